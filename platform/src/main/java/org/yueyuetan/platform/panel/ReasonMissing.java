package org.yueyuetan.platform.panel;

/** Somebody was put on or taken off a list kept by lot without a reason. Nothing was written. */
final class ReasonMissing extends RuntimeException {

  private final long talk;
  private final long invitation;

  /**
   * @param invitation that was to be struck; 0 when somebody was to be called
   */
  ReasonMissing(long talk, long invitation) {
    super("talk " + talk + " is convened by lot; changes by hand need a reason");
    this.talk = talk;
    this.invitation = invitation;
  }

  long talk() {
    return talk;
  }

  long invitation() {
    return invitation;
  }
}
