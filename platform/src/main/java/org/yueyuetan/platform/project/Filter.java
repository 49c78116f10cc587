package org.yueyuetan.platform.project;

import java.util.Optional;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.region.Regions;

/**
 * Which projects a list shows.
 *
 * @param query words as typed, or a part of a number
 * @param kind that one of the things has which the project needs
 * @param regionPrefix a county and below, see {@code Regions.prefix}; empty for all
 * @param year in which it was established
 */
public record Filter(
    String query,
    Optional<ProjectStatus> status,
    Optional<Kind> kind,
    Optional<Field> field,
    String regionPrefix,
    Optional<Integer> year,
    Optional<Long> organization) {

  public static final Filter ALL =
      new Filter(
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "",
          Optional.empty(),
          Optional.empty());

  /** What the filter bar holds; whatever makes no sense is left out. */
  public static Filter read(Form form) {
    return new Filter(
        form.text("q", 60),
        form.choice("status", ProjectStatus.class),
        form.choice("kind", Kind.class),
        form.choice("field", Field.class),
        form.typed("region").isEmpty() ? "" : Regions.prefix(form.typed("region")),
        form.whole("year", 2000, 2999),
        form.id("organization"));
  }

  public Filter in(ProjectStatus wanted) {
    return new Filter(query, Optional.of(wanted), kind, field, regionPrefix, year, organization);
  }

  public Filter inAnyStatus() {
    return new Filter(query, Optional.empty(), kind, field, regionPrefix, year, organization);
  }

  public Filter of(long wanted) {
    return new Filter(query, status, kind, field, regionPrefix, year, Optional.of(wanted));
  }

  public Filter asking(String words) {
    return new Filter(words, status, kind, field, regionPrefix, year, organization);
  }
}
