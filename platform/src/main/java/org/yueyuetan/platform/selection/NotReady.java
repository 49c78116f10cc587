package org.yueyuetan.platform.selection;

/** A round cannot go on yet. */
public final class NotReady extends RuntimeException {

  private final String key;

  NotReady(String key) {
    super(key);
    this.key = key;
  }

  /** Of the words that tell why, and the cure. */
  public String key() {
    return key;
  }
}
