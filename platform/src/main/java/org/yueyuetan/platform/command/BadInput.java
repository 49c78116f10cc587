package org.yueyuetan.platform.command;

/** A file that cannot be used; the message names file, place in it, and cure. */
public final class BadInput extends RuntimeException {
  BadInput(String message) {
    super(message);
  }
}
