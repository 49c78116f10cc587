package org.yueyuetan.engine.panel;

/** A lottery over panels, or what to change when no panel keeps the quotas. */
public sealed interface Answer permits Lottery, Relaxation {

  /**
   * The lottery.
   *
   * @throws IllegalArgumentException with the smallest relaxation in words when there is none
   */
  default Lottery orElseThrow() {
    return switch (this) {
      case Lottery lottery -> lottery;
      case Relaxation relaxation ->
          throw new IllegalArgumentException(relaxation.explanation().text());
    };
  }
}
