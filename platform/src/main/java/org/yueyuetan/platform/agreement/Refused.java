package org.yueyuetan.platform.agreement;

/** Something cannot be done as things stand; its key, in bundle {@code agreement}, says why. */
public final class Refused extends RuntimeException {

  private final String key;

  Refused(String key) {
    super(key);
    this.key = key;
  }

  public String key() {
    return key;
  }
}
