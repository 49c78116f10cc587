package org.yueyuetan.platform.disposition;

import java.net.URI;
import java.util.Optional;
import org.yueyuetan.platform.form.Form;

/**
 * An answer as typed.
 *
 * @param reason required unless all of it is done
 * @param policy document that the answer cites
 * @param commitment promise of the same talk that carries it out
 * @param cited anything else that it refers to, with {@code link} to it
 */
public record AnswerDraft(
    Result result,
    String text,
    String reason,
    Optional<Long> policy,
    Optional<Long> commitment,
    String cited,
    String link) {

  public static final int TEXT = 1000;
  public static final int REASON = 500;
  static final int CITED = 120;
  static final int LINK = 300;

  public static AnswerDraft of(Result result, String text, String reason) {
    return new AnswerDraft(result, text, reason, Optional.empty(), Optional.empty(), "", "");
  }

  static AnswerDraft read(Form form) {
    var result = form.need("result", form.choice("result", Result.class), Result.ADOPTED);
    var text = form.required("answer", TEXT);
    var reason =
        result.needsReason() ? form.required("reason", REASON) : form.text("reason", REASON);
    var cited = form.text("cited", CITED);
    var link = form.text("link", LINK);
    if (!link.isEmpty() && !isWeb(link)) {
      form.reject("link", "disposition.fault.link");
    }
    if (!link.isEmpty() && cited.isEmpty()) {
      form.reject("cited", "disposition.fault.cited");
    }
    return new AnswerDraft(
        result, text, reason, form.id("policy"), form.id("commitment"), cited, link);
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
