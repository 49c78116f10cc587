package org.yueyuetan.platform.policy;

/** How a clause stands in the text; the program numbers it accordingly. */
public enum ClauseKind {
  PARAGRAPH,
  /** 一、 */
  SECTION,
  /** （一） */
  SUBSECTION,
  /** 1. */
  ITEM,
  /** 第一章 */
  CHAPTER,
  /** 第一条 */
  ARTICLE;

  /** Opens a part and says nothing by itself. */
  public boolean heading() {
    return this == SECTION || this == CHAPTER;
  }
}
