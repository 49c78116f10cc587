package org.yueyuetan.platform.document;

import java.util.List;

/**
 * A file that cannot be used. Its key, in bundle {@code document}, says what it is and how to mend
 * it.
 */
public final class UnreadableFile extends Exception {

  private final String key;
  private final List<String> args;

  public UnreadableFile(String key, String... args) {
    super(key + List.of(args));
    this.key = key;
    this.args = List.of(args);
  }

  public String key() {
    return key;
  }

  public List<String> args() {
    return args;
  }
}
