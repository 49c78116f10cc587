package org.yueyuetan.platform.policy;

/** A stretch of text that stayed, went or came from one wording to the next. */
public record Change(Kind kind, String text) {

  /** What became of it. */
  public enum Kind {
    KEPT,
    GONE,
    NEW
  }
}
