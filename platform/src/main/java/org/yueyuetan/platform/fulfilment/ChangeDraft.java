package org.yueyuetan.platform.fulfilment;

import java.time.LocalDate;
import java.util.Optional;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.project.Quantities;

/**
 * A change as typed.
 *
 * @param target milestone or amount; empty for a termination
 */
public record ChangeDraft(
    ChangeKind kind,
    Optional<Long> target,
    String title,
    Optional<LocalDate> due,
    Optional<Long> quantity,
    String reason,
    String settlement) {

  private static final int TITLE = 120;
  private static final int WORDS = 500;

  static ChangeDraft milestone(Form form, Milestone milestone) {
    return new ChangeDraft(
        ChangeKind.MILESTONE,
        Optional.of(milestone.id()),
        form.required("title", TITLE),
        Optional.of(form.need("due", form.date("due"), milestone.due())),
        Optional.empty(),
        form.required("reason", WORDS),
        "");
  }

  static ChangeDraft amount(Form form, Amount amount) {
    return new ChangeDraft(
        ChangeKind.AMOUNT,
        Optional.of(amount.id()),
        "",
        Optional.empty(),
        Optional.of(form.need("quantity", Quantities.read(form, "quantity", amount.kind()), 0L)),
        form.required("reason", WORDS),
        "");
  }

  static ChangeDraft termination(Form form) {
    return new ChangeDraft(
        ChangeKind.TERMINATION,
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        form.required("reason", WORDS),
        form.required("settlement", WORDS));
  }
}
