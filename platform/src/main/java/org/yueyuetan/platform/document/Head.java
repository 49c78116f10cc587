package org.yueyuetan.platform.document;

import java.util.List;
import java.util.stream.Stream;

/**
 * What stands above the title of an official document (版头), by the formats of GB/T 9704-2012 and,
 * for briefs, by custom.
 */
public sealed interface Head {

  /** The name in red: a unit's name, or that of a series. */
  String mark();

  /**
   * 文件式: red mark, number below, red rule.
   *
   * @param mark 发文机关标志, such as 聊城市民政局文件
   * @param number 发文字号, such as 聊民〔2021〕12号
   * @param signers 签发人 of a document to a higher body; empty otherwise
   */
  record Ordinary(String mark, String number, Marking marking, List<String> signers)
      implements Head {

    public Ordinary(String mark, String number) {
      this(mark, number, Marking.NONE, List.of());
    }

    public Ordinary {
      signers = List.copyOf(signers);
    }
  }

  /** 信函格式: the unit's name, two red double rules, number on the right. */
  record Letter(String mark, String number, Marking marking) implements Head {

    public Letter(String mark, String number) {
      this(mark, number, Marking.NONE);
    }
  }

  /**
   * 纪要格式: red mark such as 社会组织月月谈会议纪要, who was there below the text, no seal.
   *
   * @param number such as 〔2021〕3号 or 第3期; may be empty
   * @param unit who issues them, on the left above the rule; may be empty
   * @param date on the right above the rule; may be empty
   */
  record Minutes(String mark, String number, String unit, String date, List<Attendance> attendance)
      implements Head {

    public Minutes {
      attendance = List.copyOf(attendance);
    }
  }

  /** 简报: red mark, issue such as 第3期, unit on the left, date on the right, red rule. */
  record Brief(String mark, String issue, String unit, String date) implements Head {}

  /**
   * A paper between parties, such as an agreement, which is no 公文: nothing but its number, on the
   * right.
   *
   * @param number such as 协议编号：聊合〔2021〕3号
   */
  record Plain(String number) implements Head {

    @Override
    public String mark() {
      return "";
    }
  }

  /**
   * What may stand in the upper left corner; each may be empty.
   *
   * @param copy 份号, six digits
   * @param secrecy 密级和保密期限
   * @param urgency 紧急程度
   */
  record Marking(String copy, String secrecy, String urgency) {

    public static final Marking NONE = new Marking("", "", "");

    List<String> lines() {
      return Stream.of(copy, secrecy, urgency).filter(line -> !line.isBlank()).toList();
    }
  }

  /**
   * One block of 出席, 请假, 列席 in minutes.
   *
   * @param label such as 出席
   * @param names units and people, such as 市民政局王某、李某；市教育局赵某
   */
  record Attendance(String label, String names) {}
}
