package org.yueyuetan.platform.talk;

import java.time.LocalDate;
import java.util.Optional;
import org.yueyuetan.platform.form.Form;

/**
 * A promise as it is written down.
 *
 * @param guest invitation of the unit that promises; empty when somebody else is named freely
 * @param email where a free name is reminded
 */
public record CommitmentDraft(
    String what, Optional<Long> guest, String who, String email, LocalDate due) {

  public static final int WHAT = 500;

  static CommitmentDraft read(Form form, LocalDate today) {
    var what = form.required("what", WHAT);
    var guest = form.id("guest");
    var who = guest.isPresent() ? "" : form.required("who", 100);
    var email = form.email("email");
    var due = form.need("due", form.date("due"), today);
    if (form.fault("due").isEmpty() && due.isBefore(today)) {
      form.reject("due", "talkday.fault.dueInPast");
    }
    return new CommitmentDraft(what, guest, who, email, due);
  }
}
