package org.yueyuetan.platform.panel;

/** Nothing was found with all the work that the engine allows itself. Nothing was written. */
final class TooIntricate extends RuntimeException {
  TooIntricate(String why) {
    super(why);
  }
}
