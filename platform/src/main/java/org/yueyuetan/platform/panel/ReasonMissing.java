package org.yueyuetan.platform.panel;

/** Somebody was put on or taken off a drawn list without a reason. Nothing was written. */
final class ReasonMissing extends RuntimeException {

  private final long talk;

  ReasonMissing(long talk) {
    super("talk " + talk + " was convened by lot; changes by hand need a reason");
    this.talk = talk;
  }

  long talk() {
    return talk;
  }
}
