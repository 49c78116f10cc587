package org.yueyuetan.platform.matchmaking;

/** What cannot be planned, told beside the field. */
final class Refused extends RuntimeException {

  private final String field;
  private final String key;

  Refused(String field, String key) {
    super(key);
    this.field = field;
    this.key = key;
  }

  /** The field that it is about; empty for the whole form. */
  String field() {
    return field;
  }

  String key() {
    return key;
  }
}
