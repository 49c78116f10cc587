package org.yueyuetan.platform.selection;

/** A pair can no longer be confirmed or given back: the time is over, or it came to nothing. */
public final class ConfirmingOver extends RuntimeException {
  ConfirmingOver(long selection) {
    super("selection " + selection + ": too late for this pair");
  }
}
