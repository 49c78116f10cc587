package org.yueyuetan.platform.project;

/**
 * How far one item of a project, or one provision, has come, in its unit. The stages are counted
 * apart: what was delivered had been signed, and what was signed may never have been an intent.
 *
 * @param of how much there is in all: what is needed, or the limit of what is given
 */
public record Advance(long of, long intended, long signed, long delivered) {

  /** What nobody has spoken for yet. */
  public long open() {
    return Math.max(0, of - Math.max(intended, signed));
  }

  public long at(Progress.Stage stage) {
    return switch (stage) {
      case INTENDED -> intended;
      case SIGNED -> signed;
      case DELIVERED -> delivered;
    };
  }
}
