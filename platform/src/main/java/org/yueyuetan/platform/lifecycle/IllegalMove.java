package org.yueyuetan.platform.lifecycle;

/** A move that the life cycle does not know: usually somebody else was faster, or a stale page. */
public final class IllegalMove extends RuntimeException {

  private final Enum<?> state;
  private final Enum<?> event;

  IllegalMove(Enum<?> state, Enum<?> event) {
    super(event + " is not possible in state " + state);
    this.state = state;
    this.event = event;
  }

  public Enum<?> state() {
    return state;
  }

  public Enum<?> event() {
    return event;
  }
}
