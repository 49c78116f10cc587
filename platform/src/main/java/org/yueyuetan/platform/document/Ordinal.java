package org.yueyuetan.platform.document;

/** Numbers of chapters, articles and headings as official texts write them. */
public final class Ordinal {

  private static final String DIGITS = "零一二三四五六七八九";

  private Ordinal() {}

  /** 第三章. */
  public static String chapter(int number) {
    return "第" + chinese(number) + "章";
  }

  /** 第十二条. */
  public static String article(int number) {
    return "第" + chinese(number) + "条";
  }

  /** The number before a heading: 一、 （一） 1. （1）. */
  public static String heading(int level, int number) {
    return switch (level) {
      case 1 -> chinese(number) + "、";
      case 2 -> "（" + chinese(number) + "）";
      case 3 -> number + ". ";
      case 4 -> "（" + number + "）";
      default -> throw new IllegalArgumentException("Level " + level);
    };
  }

  /** 12 is 十二, 105 is 一百零五; up to 999. */
  public static String chinese(int number) {
    if (number < 1 || number > 999) {
      throw new IllegalArgumentException(String.valueOf(number));
    }
    if (number < 10) {
      return digit(number);
    }
    if (number < 20) {
      return "十" + rest(number % 10);
    }
    if (number < 100) {
      return digit(number / 10) + "十" + rest(number % 10);
    }
    var hundreds = digit(number / 100) + "百";
    int below = number % 100;
    if (below == 0) {
      return hundreds;
    }
    if (below < 10) {
      return hundreds + "零" + digit(below);
    }
    return hundreds + digit(below / 10) + "十" + rest(below % 10);
  }

  private static String rest(int digit) {
    return digit == 0 ? "" : digit(digit);
  }

  private static String digit(int digit) {
    return DIGITS.substring(digit, digit + 1);
  }
}
