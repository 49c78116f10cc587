package org.yueyuetan.platform.fulfilment;

import java.util.List;

/** What the rules of fulfilment do not allow, told with the cure. */
final class Refused extends RuntimeException {

  private final String field;
  private final String key;
  private final List<String> args;

  Refused(String field, String key, String... args) {
    super(key);
    this.field = field;
    this.key = key;
    this.args = List.of(args);
  }

  /** The field that it is about; empty for the whole form. */
  String field() {
    return field;
  }

  String key() {
    return key;
  }

  List<String> args() {
    return args;
  }
}
