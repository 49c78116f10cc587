package org.yueyuetan.platform.project;

import java.time.LocalDate;
import java.util.Optional;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.need.Visibility;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.region.Regions;

/** What an organization writes down of something that it has to give. */
public record ProvisionDraft(
    Optional<Long> offer,
    Kind kind,
    String title,
    String text,
    long quantity,
    String unit,
    Field field,
    String region,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    Visibility visibility) {

  public static final int TITLE = 60;
  public static final int TEXT = 1000;

  public static ProvisionDraft read(Form form, Regions regions) {
    var kind = form.need("kind", form.choice("kind", Kind.class), Kind.SERVICE);
    var from = form.date("from");
    var until = form.date("until");
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      form.reject("until", "project.fault.order", from.get().toString(), until.get().toString());
    }
    return new ProvisionDraft(
        form.id("offer"),
        kind,
        form.required("subject", TITLE).replaceAll("\\s+", " "),
        form.text("text", TEXT),
        form.need("quantity", Quantities.read(form, "quantity", kind), 1L),
        kind == Kind.MONEY ? "" : form.required("unit", ItemDraft.UNIT),
        form.need("field", form.choice("field", Field.class), Field.OTHER),
        ProjectDraft.region(form, regions),
        from,
        until,
        form.need("visibility", form.choice("visibility", Visibility.class), Visibility.STAFF));
  }
}
