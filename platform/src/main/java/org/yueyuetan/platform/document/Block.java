package org.yueyuetan.platform.document;

import java.util.List;

/** One piece of an official text, in reading order. Numbers are part of the words. */
public sealed interface Block {

  /** A paragraph whose first line is indented by two characters. */
  static Block paragraph(String text) {
    return new Paragraph("", text);
  }

  /** A paragraph that opens with a lead in 楷体, such as a speaker's name. */
  static Block paragraph(String lead, String text) {
    return new Paragraph(lead, text);
  }

  /** A heading alone on its line, such as 一、总体要求 at level 1. */
  static Block heading(int level, String text) {
    return new Heading(level, text, "");
  }

  /** A heading that the text follows on the same line, such as （一）明确责任。各单位…… at level 2. */
  static Block heading(int level, String text, String following) {
    return new Heading(level, text, following);
  }

  /** A chapter of measures, such as 第一章　总则. */
  static Block chapter(String text) {
    return new Chapter(text);
  }

  /**
   * An article of measures.
   *
   * @param number such as 第三条
   * @param paragraphs its 款 and 项; the first follows the number on its line
   */
  static Block article(String number, String... paragraphs) {
    return new Article(number, List.of(paragraphs));
  }

  /**
   * A ruled table over the full width; its header is repeated on each page.
   *
   * @param caption above the table; may be empty
   * @param shares relative widths of the columns; empty for equal ones
   */
  static Block table(
      String caption, List<String> header, List<List<String>> rows, List<Integer> shares) {
    return new Table(caption, header, rows, shares);
  }

  /**
   * Where a party signs: its names on the left, room for signature and seal on the right.
   *
   * @param field name of the field of the PDF file that takes the electronic signature
   * @param label such as 甲方（盖章）：聊城市微电影协会
   */
  static Block place(String field, String label, List<String> lines) {
    return new Place(field, label, lines);
  }

  /**
   * A QR code with a few lines beside it.
   *
   * @param address what it says
   */
  static Block code(String address, List<String> lines) {
    return new Code(address, lines);
  }

  /**
   * Text whose first line is indented by two characters.
   *
   * @param lead in 楷体; may be empty
   */
  record Paragraph(String lead, String text) implements Block {}

  /**
   * A numbered heading.
   *
   * @param level 1 一、 in 黑体, 2 （一） in 楷体, 3 1. and 4 （1） in 仿宋
   * @param following text on the same line; empty for a heading alone
   */
  record Heading(int level, String text, String following) implements Block {
    public Heading {
      if (level < 1 || level > 4) {
        throw new IllegalArgumentException("Level " + level);
      }
    }
  }

  /** A centred line in 黑体. */
  record Chapter(String text) implements Block {}

  /** Its number stands in 黑体. */
  record Article(String number, List<String> paragraphs) implements Block {
    public Article {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /** A ruled table. */
  record Table(String caption, List<String> header, List<List<String>> rows, List<Integer> shares)
      implements Block {
    public Table {
      header = List.copyOf(header);
      rows = rows.stream().<List<String>>map(List::copyOf).toList();
      shares = List.copyOf(shares);
      if (header.isEmpty() || (!shares.isEmpty() && shares.size() != header.size())) {
        throw new IllegalArgumentException("A table needs a header, and a share for each column");
      }
      int columns = header.size();
      if (rows.stream().anyMatch(row -> row.size() != columns)) {
        throw new IllegalArgumentException("Each row needs a cell for each column");
      }
    }
  }

  /** Where a party signs. */
  record Place(String field, String label, List<String> lines) implements Block {
    public Place {
      lines = List.copyOf(lines);
    }
  }

  /** A QR code. */
  record Code(String address, List<String> lines) implements Block {
    public Code {
      lines = List.copyOf(lines);
    }
  }
}
