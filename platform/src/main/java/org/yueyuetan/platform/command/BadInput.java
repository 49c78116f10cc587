package org.yueyuetan.platform.command;

/** A file that cannot be used; the message names file, row, column and cure. */
final class BadInput extends Exception {
  BadInput(String message) {
    super(message);
  }
}
