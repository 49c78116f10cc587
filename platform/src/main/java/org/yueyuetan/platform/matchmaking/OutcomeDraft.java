package org.yueyuetan.platform.matchmaking;

import java.util.Set;
import org.yueyuetan.platform.form.Form;

/**
 * What came of a meeting, as typed.
 *
 * @param wants invitations of those who would like to cooperate
 * @param note what comes next
 * @param needs and offers that it was about
 */
public record OutcomeDraft(boolean met, Set<Long> wants, String note, Set<Long> needs) {

  private static final int WORDS = 200;

  /** Whether they met at all. */
  public enum How {
    MET,
    MISSED
  }

  public OutcomeDraft {
    wants = Set.copyOf(wants);
    needs = Set.copyOf(needs);
  }

  static OutcomeDraft read(Form form) {
    var how = form.need("how", form.choice("how", How.class), How.MET);
    var draft =
        new OutcomeDraft(
            how == How.MET,
            Set.copyOf(form.ids("wants")),
            form.text("note", WORDS),
            Set.copyOf(form.ids("needs")));
    if (!draft.met() && !draft.wants().isEmpty()) {
      form.reject("wants", "matchmaking.fault.notMet");
    }
    return draft;
  }
}
