package org.yueyuetan.platform.disposition;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.yueyuetan.platform.form.Form;

/**
 * An answer as typed.
 *
 * @param reason required unless all of it is done
 * @param cites documents, activities, promises that it refers to
 * @param cited anything else that it refers to, with {@code link} to it
 */
public record AnswerDraft(
    Result result, String text, String reason, List<Cited.Ref> cites, String cited, String link) {

  public static final int TEXT = 1000;
  public static final int REASON = 500;
  static final int CITED = 120;
  static final int LINK = 300;

  /** Who refers to more than this refers to nothing. */
  static final int CITES = 10;

  public AnswerDraft {
    cites = List.copyOf(cites);
  }

  public static AnswerDraft of(Result result, String text, String reason) {
    return new AnswerDraft(result, text, reason, List.of(), "", "");
  }

  static AnswerDraft read(Form form) {
    var result = form.need("result", form.choice("result", Result.class), Result.ADOPTED);
    var text = form.required("answer", TEXT);
    var reason =
        result.needsReason() ? form.required("reason", REASON) : form.text("reason", REASON);
    var cites = cites(form);
    if (cites.size() > CITES) {
      form.reject("cite", "disposition.fault.manyCited", String.valueOf(CITES));
    }
    var cited = form.text("cited", CITED);
    var link = form.text("link", LINK);
    if (!link.isEmpty() && !isWeb(link)) {
      form.reject("link", "disposition.fault.link");
    }
    if (!link.isEmpty() && cited.isEmpty()) {
      form.reject("cited", "disposition.fault.cited");
    }
    return new AnswerDraft(result, text, reason, cites, cited, link);
  }

  /** What was ticked. */
  static List<Cited.Ref> cites(Form form) {
    return form.all("cite").stream()
        .map(Cited.Ref::parse)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private static boolean isWeb(String link) {
    try {
      var address = URI.create(link);
      return address.getHost() != null
          && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
