package org.yueyuetan.platform.project;

import org.yueyuetan.platform.form.Form;

/** One thing that a project needs, as somebody writes it down; the fields begin with "item". */
public record ItemDraft(Kind kind, String title, long quantity, String unit, long lot) {

  public static final int TITLE = 60;
  public static final int UNIT = 10;

  public static ItemDraft read(Form form) {
    var kind = form.need("itemKind", form.choice("itemKind", Kind.class), Kind.SERVICE);
    var title = form.required("itemTitle", TITLE).replaceAll("\\s+", " ");
    var quantity = form.need("itemQuantity", Quantities.read(form, "itemQuantity", kind), 1L);
    var unit = kind == Kind.MONEY ? "" : form.required("itemUnit", UNIT);
    var lot = Quantities.read(form, "itemLot", kind).orElse(1L);
    if (lot > quantity && form.fault("itemQuantity").isEmpty()) {
      form.reject(
          "itemLot",
          "project.fault.lot",
          Quantities.typed(kind, lot),
          Quantities.typed(kind, quantity));
    }
    return new ItemDraft(kind, title, quantity, unit, lot);
  }

  /** Whether anything of it was typed: with the first words about a project it may be left out. */
  static boolean begun(Form form) {
    return !form.typed("itemTitle").isEmpty() || !form.typed("itemQuantity").isEmpty();
  }
}
