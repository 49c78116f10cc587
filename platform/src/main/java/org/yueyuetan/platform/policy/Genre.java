package org.yueyuetan.platform.policy;

import static org.yueyuetan.platform.policy.ClauseKind.ARTICLE;
import static org.yueyuetan.platform.policy.ClauseKind.CHAPTER;
import static org.yueyuetan.platform.policy.ClauseKind.ITEM;
import static org.yueyuetan.platform.policy.ClauseKind.PARAGRAPH;
import static org.yueyuetan.platform.policy.ClauseKind.SECTION;
import static org.yueyuetan.platform.policy.ClauseKind.SUBSECTION;

import java.util.List;

/**
 * What kind of document it is (文种). Plans and measures are none of the fifteen statutory kinds: a
 * notice brings them along.
 */
public enum Genre {
  NOTICE,
  PLAN,
  MEASURES,
  MINUTES;

  /** What it is written in; the first is the usual one. */
  public List<ClauseKind> kinds() {
    return this == MEASURES
        ? List.of(ARTICLE, CHAPTER)
        : List.of(PARAGRAPH, SECTION, SUBSECTION, ITEM);
  }

  /** Whether a notice brings it along. */
  public boolean annexed() {
    return this == PLAN || this == MEASURES;
  }

  /** Title of the document that goes out. */
  String heading(String publisher, String title) {
    return switch (this) {
      case NOTICE -> publisher + (title.startsWith("关于") ? "" : "关于") + title;
      case PLAN, MEASURES -> publisher + "关于印发《" + title + "》的通知";
      case MINUTES -> title;
    };
  }
}
