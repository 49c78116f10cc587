package org.yueyuetan.platform.panel;

/** What a quota may be about. An organization counts in each of its fields. */
public enum Feature {
  PARTY("talk.party"),
  LEVEL("organization.level"),
  /** Counties and the city; they bear their own names. */
  DISTRICT(""),
  FIELD("organization.field"),
  KIND("organization.kind");

  private final String words;

  Feature(String words) {
    this.words = words;
  }

  /** Prefix of the words of its values. */
  public String words() {
    return words;
  }
}
