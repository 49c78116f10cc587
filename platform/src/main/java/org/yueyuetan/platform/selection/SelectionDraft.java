package org.yueyuetan.platform.selection;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yueyuetan.platform.form.Form;

/** What is said of a round, as staff write it. */
public record SelectionDraft(
    String title,
    Optional<Long> talk,
    LocalDate opensOn,
    LocalDate closesOn,
    int confirmDays,
    boolean ties,
    Side favours) {

  public static final int TITLE = 60;

  /** What tells the round of those left from the one before; staff may change it. */
  private static final String NEXT = "（续）";

  static final int USUAL_DAYS = 7;
  static final int USUAL_CONFIRM_DAYS = 5;
  private static final int MOST_CONFIRM_DAYS = 60;

  static SelectionDraft read(Form form, LocalDate today) {
    var draft =
        new SelectionDraft(
            form.required("subject", TITLE),
            form.id("talk"),
            form.need("opensOn", form.date("opensOn"), today),
            form.need("closesOn", form.date("closesOn"), today),
            form.need("confirmDays", form.whole("confirmDays", 1, MOST_CONFIRM_DAYS), 1),
            form.typed("ties").equals("yes"),
            form.need("favours", form.choice("favours", Side.class), Side.PROJECT));
    if (form.fault("closesOn").isEmpty()) {
      if (draft.closesOn().isBefore(today)) {
        form.reject("closesOn", "selection.fault.past");
      } else if (form.fault("opensOn").isEmpty() && draft.closesOn().isBefore(draft.opensOn())) {
        form.reject("closesOn", "selection.fault.order");
      }
    }
    return draft;
  }

  /** What is usual for a round that begins tomorrow. */
  static SelectionDraft usual(LocalDate today) {
    return new SelectionDraft(
        "",
        Optional.empty(),
        today.plusDays(1),
        today.plusDays(USUAL_DAYS),
        USUAL_CONFIRM_DAYS,
        false,
        Side.PROJECT);
  }

  static SelectionDraft of(Selection selection) {
    return new SelectionDraft(
        selection.title(),
        selection.talk(),
        selection.opensOn(),
        selection.closesOn(),
        selection.confirmDays(),
        selection.ties(),
        selection.favours());
  }

  /** With what was promised to those who have begun to rank. */
  SelectionDraft withRulesOf(Selection open) {
    return new SelectionDraft(
        title, talk, open.opensOn(), closesOn, confirmDays, open.ties(), open.favours());
  }

  /** As the round before, at another time. */
  SelectionDraft following(Selection before) {
    return new SelectionDraft(
        before.title().endsWith(NEXT) || before.title().length() + NEXT.length() > TITLE
            ? before.title()
            : before.title() + NEXT,
        Optional.empty(),
        opensOn,
        closesOn,
        before.confirmDays(),
        before.ties(),
        before.favours());
  }

  Map<String, Object> typed() {
    var typed = new LinkedHashMap<String, Object>();
    typed.put("subject", title);
    typed.put("talk", talk);
    typed.put("opensOn", opensOn);
    typed.put("closesOn", closesOn);
    typed.put("confirmDays", confirmDays);
    typed.put("ties", ties ? "yes" : "no");
    typed.put("favours", favours);
    return typed;
  }
}
