package org.yueyuetan.platform.policy;

import java.util.List;

/**
 * A clause as it stands in the text.
 *
 * @param mark what the program puts before it: 一、, （一）, 1., 第一章, 第一条; empty for a paragraph
 * @param label how it is cited: 第七条, 第三部分第（二）项
 */
public record Clause(
    long id, int position, ClauseKind kind, String text, String mark, String label, int version) {

  public Clause(long id, int position, ClauseKind kind, String text, int version) {
    this(id, position, kind, text, "", "", version);
  }

  /** Its paragraphs. */
  public List<String> lines() {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** Enough of it to tell it from the others. */
  public String opening() {
    var line = lines().isEmpty() ? "" : lines().getFirst();
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }
}
