package org.yueyuetan.platform.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yueyuetan.platform.form.Form;

/** What is said of a document apart from its clauses, as somebody writes it. */
public record PolicyDraft(
    Genre genre,
    String title,
    String addressee,
    String copies,
    String cover,
    String attendance,
    Disclosure disclosure,
    Optional<LocalDate> expiresOn,
    List<Long> talks) {

  public static final int TITLE = 80;
  public static final int NAMES = 300;
  public static final int COVER = 1000;
  public static final int ATTENDANCE = 2000;

  /** Said where nothing else is: 试行 in a title promises that it ends. */
  private static final String ON_TRIAL = "试行";

  static PolicyDraft read(Form form, Genre genre, LocalDate today) {
    var draft =
        new PolicyDraft(
            genre,
            bare(form.required("subject", TITLE)),
            genre == Genre.MINUTES ? "" : form.required("addressee", NAMES),
            form.text("copies", NAMES),
            genre.annexed() ? form.required("cover", COVER) : "",
            genre == Genre.MINUTES ? form.required("attendance", ATTENDANCE) : "",
            form.need("disclosure", form.choice("disclosure", Disclosure.class), Disclosure.OPEN),
            form.date("expiresOn"),
            form.ids("talk"));
    Emoji.refuse(form, "subject", "addressee", "copies", "cover", "attendance");
    if (draft.expiresOn().filter(last -> !last.isAfter(today)).isPresent()) {
      form.reject("expiresOn", "policy.fault.expiresOn");
    }
    if (draft.title().contains(ON_TRIAL)
        && draft.expiresOn().isEmpty()
        && form.fault("expiresOn").isEmpty()) {
      form.reject("expiresOn", "policy.fault.trial");
    }
    return draft;
  }

  /** On one line, without the brackets 《》 around the whole. */
  private static String bare(String title) {
    var line = title.replaceAll("\\s+", "");
    return line.startsWith("《") && line.indexOf('》') == line.length() - 1
        ? line.substring(1, line.length() - 1)
        : line;
  }
}
