package org.yueyuetan.platform.policy;

import static org.yueyuetan.platform.document.Ordinal.article;
import static org.yueyuetan.platform.document.Ordinal.chapter;
import static org.yueyuetan.platform.document.Ordinal.chinese;

import java.util.ArrayList;
import java.util.List;

/** Numbers the clauses of a text and tells how each is cited. */
final class Numbering {

  private int section;
  private int subsection;
  private int item;
  private int chapters;
  private int articles;
  private int paragraph;

  private Numbering() {}

  static List<Clause> number(List<Clause> clauses) {
    var numbering = new Numbering();
    var numbered = new ArrayList<Clause>();
    clauses.forEach(clause -> numbered.add(numbering.next(clause)));
    return List.copyOf(numbered);
  }

  private Clause next(Clause clause) {
    return switch (clause.kind()) {
      case SECTION -> {
        section++;
        subsection = item = paragraph = 0;
        yield with(clause, chinese(section) + "、", part());
      }
      case SUBSECTION -> {
        subsection++;
        item = paragraph = 0;
        yield with(clause, "（" + chinese(subsection) + "）", part());
      }
      case ITEM -> {
        item++;
        yield with(clause, item + ".", part() + "第" + item + "点");
      }
      case CHAPTER -> {
        chapters++;
        yield with(clause, chapter(chapters), chapter(chapters));
      }
      case ARTICLE -> {
        articles++;
        yield with(clause, article(articles), article(articles));
      }
      case PARAGRAPH -> {
        paragraph++;
        yield with(clause, "", part() + "第" + chinese(paragraph) + "段");
      }
    };
  }

  private String part() {
    return (section == 0 ? "正文" : "第" + chinese(section) + "部分")
        + (subsection == 0 ? "" : "第（" + chinese(subsection) + "）项");
  }

  private static Clause with(Clause clause, String mark, String label) {
    return new Clause(
        clause.id(),
        clause.position(),
        clause.kind(),
        clause.text(),
        mark,
        label,
        clause.version());
  }
}
