package org.yueyuetan.platform.need;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.region.Region;
import org.yueyuetan.platform.region.Regions;

/**
 * What an organization writes down: read from a page or from a row of a ledger, checked the same
 * way.
 */
public record NeedDraft(
    Direction direction,
    String title,
    String text,
    Kind kind,
    Field field,
    String region,
    String place,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    Optional<BigDecimal> quantity,
    String unit,
    Visibility visibility) {

  public static final int TITLE = 60;
  public static final int TEXT = 2000;

  /** Reads a need that is ready to be handed in; what is wrong is told on the form. */
  public static NeedDraft read(Form form, Regions regions) {
    var draft =
        new NeedDraft(
            form.need("direction", form.choice("direction", Direction.class), Direction.NEED),
            oneLine(form.required("subject", TITLE)),
            form.required("text", TEXT),
            form.need("kind", form.choice("kind", Kind.class), Kind.OTHER),
            form.need("field", form.choice("field", Field.class), Field.OTHER),
            region(form, regions),
            form.text("place", 100),
            form.date("from"),
            form.date("until"),
            form.amount("quantity"),
            form.text("unit", 10),
            form.need("visibility", form.choice("visibility", Visibility.class), Visibility.STAFF));
    return draft.check(form);
  }

  /**
   * Reads a need that is put aside unfinished: only what is written must make sense, and it must
   * have a title.
   */
  static NeedDraft unfinished(Form form, Regions regions) {
    var draft =
        new NeedDraft(
            form.choice("direction", Direction.class).orElse(Direction.NEED),
            oneLine(form.required("subject", TITLE)),
            form.text("text", TEXT),
            form.choice("kind", Kind.class).orElse(Kind.OTHER),
            form.choice("field", Field.class).orElse(Field.OTHER),
            region(form, regions),
            form.text("place", 100),
            form.date("from"),
            form.date("until"),
            form.amount("quantity"),
            form.text("unit", 10),
            form.choice("visibility", Visibility.class).orElse(Visibility.ORGANIZATIONS));
    return draft.check(form);
  }

  private NeedDraft check(Form form) {
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      form.reject("until", "need.fault.order", from.get().toString(), until.get().toString());
    }
    if (quantity.isPresent() && unit.isEmpty() && form.fault("unit").isEmpty()) {
      form.reject("unit", "need.fault.unit");
    }
    if (quantity.isEmpty() && !unit.isEmpty() && form.fault("quantity").isEmpty()) {
      form.reject("quantity", "need.fault.quantity", unit);
    }
    return this;
  }

  /** A code from a page, a name from a spreadsheet. */
  private static String region(Form form, Regions regions) {
    var typed = form.required("region", 60);
    if (typed.isEmpty()) {
      return "";
    }
    var found = regions.byName(typed);
    if (found.isEmpty()) {
      form.reject("region", "need.fault.region", typed);
    }
    return found.map(Region::code).orElse("");
  }

  private static String oneLine(String title) {
    return title.replaceAll("\\s+", " ");
  }
}
