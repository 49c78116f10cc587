package org.yueyuetan.platform.panel;

/** The talk has begun: nobody joins or leaves its drawn list any more. Nothing was written. */
final class Begun extends RuntimeException {

  private final long talk;

  Begun(long talk) {
    super("talk " + talk + " has begun");
    this.talk = talk;
  }

  long talk() {
    return talk;
  }
}
