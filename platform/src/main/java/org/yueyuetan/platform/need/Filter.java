package org.yueyuetan.platform.need;

import java.util.Optional;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.region.Regions;

/**
 * Which needs a list shows.
 *
 * @param query words as typed
 * @param regionPrefix a county and below, see {@code Regions.prefix}; empty for all
 */
public record Filter(
    String query,
    Optional<NeedStatus> status,
    Optional<Direction> direction,
    Optional<Kind> kind,
    Optional<Field> field,
    String regionPrefix,
    Optional<Long> organization) {

  public static final Filter ALL =
      new Filter(
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "",
          Optional.empty());

  /** What the filter bar holds; whatever makes no sense is left out. */
  public static Filter read(Form form) {
    return new Filter(
        form.text("q", 60),
        form.choice("status", NeedStatus.class),
        form.choice("direction", Direction.class),
        form.choice("kind", Kind.class),
        form.choice("field", Field.class),
        form.typed("region").isEmpty() ? "" : Regions.prefix(form.typed("region")),
        form.id("organization"));
  }

  /** Whether it leaves anything out, the status aside. */
  public boolean narrow() {
    return !inAnyStatus().equals(ALL);
  }

  public Filter in(NeedStatus wanted) {
    return new Filter(
        query, Optional.of(wanted), direction, kind, field, regionPrefix, organization);
  }

  public Filter inAnyStatus() {
    return new Filter(query, Optional.empty(), direction, kind, field, regionPrefix, organization);
  }

  public Filter of(long wanted) {
    return new Filter(query, status, direction, kind, field, regionPrefix, Optional.of(wanted));
  }
}
