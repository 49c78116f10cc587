package org.yueyuetan.platform.panel;

/** Somebody else is having a lottery computed again at this moment. */
final class BeingChecked extends RuntimeException {
  BeingChecked(long sortition) {
    super("another lottery is being checked; sortition " + sortition + " has to wait");
  }
}
