package org.yueyuetan.platform.outcome;

import java.util.List;

/** Stages of the golden thread from left to right. */
public enum Stage {
  NEED,
  THEME,
  TALK,
  RESULT,
  ANSWER;

  private List<ThingKind> kinds() {
    return switch (this) {
      case NEED -> List.of(ThingKind.NEED);
      case THEME -> List.of(ThingKind.THEME);
      case TALK -> List.of(ThingKind.TALK);
      case RESULT ->
          List.of(
              ThingKind.OPINION,
              ThingKind.COMMITMENT,
              ThingKind.PROJECT,
              ThingKind.PROVISION,
              ThingKind.SELECTION,
              ThingKind.INTENT,
              ThingKind.AGREEMENT,
              ThingKind.DELIVERY);
      case ANSWER -> List.of(ThingKind.POLICY, ThingKind.BRIEF, ThingKind.REPLY, ThingKind.ANSWER);
    };
  }

  /** Whether things of several kinds stand here. */
  public boolean mixed() {
    return kinds().size() > 1;
  }

  public List<Thing> things(GoldenThread thread) {
    return thread.of(kinds());
  }

  /** How many more the person may not see. */
  public int hidden(GoldenThread thread) {
    return kinds().stream().mapToInt(kind -> thread.hidden().getOrDefault(kind, 0)).sum();
  }
}
