package org.yueyuetan.platform.panel;

/** The lottery could not be computed in the time that a request may take. Nothing was written. */
final class TooIntricate extends RuntimeException {
  TooIntricate(String why) {
    super(why);
  }
}
