package org.yueyuetan.platform.command;

/** A file that cannot be understood: what is wrong, where, and how to mend it. */
public final class BadInput extends RuntimeException {
  BadInput(String message) {
    super(message);
  }
}
