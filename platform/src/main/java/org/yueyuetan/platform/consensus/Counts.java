package org.yueyuetan.platform.consensus;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.yueyuetan.engine.map.Vote;

/** How some people stand to an opinion; those who have not voted on it are in none of the three. */
public record Counts(int agree, int disagree, int pass) {

  static final Counts NONE = new Counts(0, 0, 0);

  /** Goes through the votes once, not through everybody for each opinion. */
  static Map<Long, Counts> byOpinion(Collection<Voice> voices) {
    var counts = new HashMap<Long, Counts>();
    for (var voice : voices) {
      voice.votes().forEach((opinion, vote) -> counts.merge(opinion, of(vote), Counts::plus));
    }
    return counts;
  }

  private static Counts of(Vote vote) {
    return switch (vote) {
      case AGREE -> new Counts(1, 0, 0);
      case DISAGREE -> new Counts(0, 1, 0);
      case PASS -> new Counts(0, 0, 1);
    };
  }

  Counts plus(Counts other) {
    return new Counts(agree + other.agree, disagree + other.disagree, pass + other.pass);
  }

  public int seen() {
    return agree + disagree + pass;
  }

  public int on(Vote side) {
    return switch (side) {
      case AGREE -> agree;
      case DISAGREE -> disagree;
      case PASS -> pass;
    };
  }

  /** More than half of those who voted are on this side. */
  boolean isHeld(Vote side) {
    return 2 * on(side) > seen();
  }

  /** Share on this side, one vote for and one against added, so that few votes say little. */
  double share(Vote side) {
    return (on(side) + 1.) / (seen() + 2.);
  }
}
