package org.yueyuetan.platform.selection;

import java.util.Locale;
import java.util.Optional;
import org.yueyuetan.platform.project.Advance;
import org.yueyuetan.platform.project.Kind;
import org.yueyuetan.platform.project.Quantities;

/**
 * What may take part in a round: a thing that an established project still needs, or an open
 * provision.
 *
 * @param id of the item or the provision
 * @param quantity what is left of it: what was intended or signed before is spoken for
 */
public record Source(
    Side side,
    long id,
    String projectTitle,
    long organization,
    String organizationName,
    Optional<Long> need,
    String title,
    Kind kind,
    String unit,
    long quantity,
    long lot) {

  /** How it is named in a form: {@code PROJECT-12}. */
  public String key() {
    return side + "-" + id;
  }

  Source left(Advance advance) {
    return new Source(
        side,
        id,
        projectTitle,
        organization,
        organizationName,
        need,
        title,
        kind,
        unit,
        advance.open(),
        lot);
  }

  public String told(Locale locale) {
    return Quantities.told(kind, quantity, unit, locale);
  }
}
