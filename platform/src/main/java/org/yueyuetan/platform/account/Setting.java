package org.yueyuetan.platform.account;

/**
 * What differs from one bureau to the next. A setting is a row of table {@code setting}; without
 * one, the default holds. Words for the settings page: {@code account.setting.<name>} and {@code
 * account.setting.<name>.hint}.
 */
public enum Setting {
  BUREAU_NAME("民政局"),
  CITY_NAME(""),
  /** Code of the division that the bureau serves, 12 digits. */
  HOME_REGION("371500000000"),
  /** Who leads the mechanism: since 2023 not everywhere the civil-affairs bureau. */
  LEAD_BODY("民政局"),
  /** 机关代字, opens the number of an official document. */
  DOCUMENT_CODE("聊民"),
  /** Address under which people reach the platform; opens links in mails and codes. */
  PUBLIC_ADDRESS("http://localhost:8080"),
  CONTACT_PHONE(""),
  CONTACT_ADDRESS(""),
  ICP_NUMBER(""),
  POLICE_NUMBER(""),
  SITE_CODE(""),
  MAIL_HOST(""),
  MAIL_PORT("25"),
  MAIL_USER(""),
  MAIL_PASSWORD(""),
  MAIL_FROM("yueyuetan@localhost"),
  /** Days after which a password has to be changed; 0 for never. */
  PASSWORD_DAYS("90"),
  SIGN_IN_ATTEMPTS("5"),
  LOCK_MINUTES("10"),
  /** Minutes without a click after which one is signed out. */
  IDLE_MINUTES("30"),
  /** Days before a date on which people are reminded. */
  REMINDER_DAYS("3"),
  /** Address of a time stamp authority (RFC 3161) for electronic signatures; empty for none. */
  TIME_STAMP_AUTHORITY(""),
  /** Days before the trial of a document ends on which the bureau is told. */
  REVIEW_DAYS("60"),
  /** 立项编号 as it is written; {年} and {号} stand for year and number. */
  PROJECT_NUMBER("聊社项〔{年}〕{号}号"),
  /** How the number of an agreement is written, as that of a project. */
  AGREEMENT_NUMBER("聊社协〔{年}〕{号}号"),
  /** Points of a suggestion at most: for words, field, district, time, amount. */
  SUGGESTION_POINTS("40 15 15 15 15"),
  /** The rule by which themes are proposed; changed on the page that explains it. */
  THEME_RULE("fair-turn"),
  /** Words of the field, one entry a line, in addition to those that come with the program. */
  THEME_WORDS(""),
  /** Key of signed links; made at the first start, never shown. */
  SECRET("");

  private final String standard;

  Setting(String standard) {
    this.standard = standard;
  }

  public String standard() {
    return standard;
  }

  /** Never shown, never written to the audit trail. */
  public boolean secret() {
    return this == SECRET || this == MAIL_PASSWORD;
  }

  /** Kept elsewhere; not on the settings page. */
  public boolean internal() {
    return this == SECRET || this == THEME_RULE || this == THEME_WORDS;
  }
}
