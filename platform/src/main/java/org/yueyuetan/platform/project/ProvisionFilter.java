package org.yueyuetan.platform.project;

import java.util.Optional;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.region.Regions;

/** Which provisions a list shows; open ones unless asked otherwise. */
public record ProvisionFilter(
    String query,
    Optional<ProvisionStatus> status,
    Optional<Kind> kind,
    Optional<Field> field,
    String regionPrefix,
    Optional<Long> organization) {

  public static final ProvisionFilter OPEN =
      new ProvisionFilter(
          "",
          Optional.of(ProvisionStatus.OPEN),
          Optional.empty(),
          Optional.empty(),
          "",
          Optional.empty());

  /** Those that an organization gives now. */
  public static ProvisionFilter openOf(long organization) {
    return new ProvisionFilter(
        "", OPEN.status(), Optional.empty(), Optional.empty(), "", Optional.of(organization));
  }

  public static ProvisionFilter read(Form form) {
    return new ProvisionFilter(
        form.text("q", 60),
        Optional.of(form.choice("status", ProvisionStatus.class).orElse(ProvisionStatus.OPEN)),
        form.choice("kind", Kind.class),
        form.choice("field", Field.class),
        form.typed("region").isEmpty() ? "" : Regions.prefix(form.typed("region")),
        form.id("organization"));
  }

  /** All of one organization, closed ones too. */
  public ProvisionFilter of(long wanted) {
    return new ProvisionFilter(
        query, Optional.empty(), kind, field, regionPrefix, Optional.of(wanted));
  }
}
