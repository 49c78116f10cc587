package org.yueyuetan.platform.selection;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.yueyuetan.platform.project.Kind;
import org.yueyuetan.platform.project.Quantities;

/**
 * What takes part in a round: one thing that a project needs, or one that a provider gives. Only
 * entries of the same kind and unit can be paired.
 *
 * @param source id of the project's item or of the provision
 * @param project the project, on its side; its title is empty on the other
 * @param need the need or offer that it came from
 * @param quantity in units; money in fen
 * @param lot smallest useful quantity
 * @param published whether everyone may know of it, as its organization chose
 * @param rankedAt when its ranks were last saved
 * @param submitted whether its organization says that the ranks are done; saved ones count anyway
 */
public record Entry(
    long id,
    long selection,
    Side side,
    long source,
    Optional<Long> project,
    String projectTitle,
    long organization,
    String organizationName,
    Optional<Long> need,
    String title,
    Kind kind,
    String unit,
    long quantity,
    long lot,
    boolean published,
    Optional<Instant> rankedAt,
    boolean submitted,
    Gone gone,
    int version) {

  /** Why an entry is no longer there. */
  public enum Gone {
    HERE,
    /** Its organization was taken out of use. */
    ORGANIZATION,
    /** The project or the provision ended. */
    SOURCE,
    /** It let a pair lapse: others do not wait for it again. */
    SILENT,
    /** Staff took it out. */
    STAFF;

    String sql() {
      return this == HERE ? "" : name();
    }

    static Gone of(String sql) {
      return sql.isEmpty() ? HERE : valueOf(sql);
    }
  }

  /** As of {@link Source#key}. */
  String key() {
    return side + "-" + source;
  }

  public boolean here() {
    return gone == Gone.HERE;
  }

  /** As the public reads it: what is not published shows neither what it is nor whose. */
  Entry veiled() {
    return published
        ? this
        : new Entry(
            id,
            selection,
            side,
            source,
            Optional.empty(),
            "",
            organization,
            "",
            Optional.empty(),
            "",
            kind,
            unit,
            quantity,
            lot,
            false,
            rankedAt,
            submitted,
            gone,
            version);
  }

  /** Whether both could be a pair at all. */
  public boolean fits(Entry other) {
    return side != other.side
        && kind == other.kind
        && unit.equals(other.unit)
        && organization != other.organization;
  }

  /** A part of it as it is read: 8 场, 20,000 元. */
  public String told(long amount, Locale locale) {
    return Quantities.told(kind, amount, unit, locale);
  }
}
