package org.yueyuetan.platform.selection;

/** What may be done with a round of selection. */
public enum SelectionMove {
  OPEN("openSelection"),
  CLOSE("closeSelection"),
  /** The pairs are told to both sides; from now on they confirm. */
  ANNOUNCE("announceSelection"),
  FINISH("finishSelection"),
  CANCEL("cancelSelection");

  private final String action;

  SelectionMove(String action) {
    this.action = action;
  }

  /** As the audit trail names it. */
  String action() {
    return action;
  }
}
