package org.yueyuetan.platform.document;

import java.util.List;

/**
 * What follows an official document on pages of its own: an annex (附件), or the measures or plan
 * that a notice issues (印发), which carry no label and are not listed below the text.
 *
 * @param labelled whether it is an annex
 * @param landscape whether its pages lie across, for wide tables
 */
public record Attachment(String title, List<Block> body, boolean labelled, boolean landscape) {

  public Attachment {
    body = List.copyOf(body);
  }

  /** 附件: labelled on its first page and listed below the text (附件说明). */
  public static Attachment annex(String title, List<Block> body) {
    return new Attachment(title, body, true, false);
  }

  /** The text that a notice of issue (印发通知) brings into force. */
  public static Attachment issued(String title, List<Block> body) {
    return new Attachment(title, body, false, false);
  }

  public Attachment across() {
    return new Attachment(title, body, labelled, true);
  }

  /** 附件, or 附件2 where there are several; empty for a text that is issued. */
  static String label(List<Attachment> all, int index) {
    if (!all.get(index).labelled()) {
      return "";
    }
    var several = names(all).size() > 1;
    var number = all.subList(0, index + 1).stream().filter(Attachment::labelled).count();
    return several ? "附件" + number : "附件";
  }

  /** What the list below the text (附件说明) names. */
  static List<String> names(List<Attachment> all) {
    return all.stream()
        .filter(Attachment::labelled)
        .map(attachment -> attachment.title().replace("\n", ""))
        .toList();
  }
}
