package org.yueyuetan.platform;

/** An argument of the command line that cannot be obeyed, with the cure in words. */
final class BadArgument extends RuntimeException {
  BadArgument(String message) {
    super(message);
  }
}
