package org.yueyuetan.platform.consensus;

import java.util.Collection;
import org.yueyuetan.engine.map.Vote;

/** How some people stand to an opinion; those who have not voted on it are in none of the three. */
public record Counts(int agree, int disagree, int pass) {

  static final Counts NONE = new Counts(0, 0, 0);

  static Counts of(Collection<Voice> voices, long opinion) {
    var counts = NONE;
    for (var voice : voices) {
      var vote = voice.votes().get(opinion);
      if (vote != null) {
        counts = counts.with(vote);
      }
    }
    return counts;
  }

  private Counts with(Vote vote) {
    return switch (vote) {
      case AGREE -> new Counts(agree + 1, disagree, pass);
      case DISAGREE -> new Counts(agree, disagree + 1, pass);
      case PASS -> new Counts(agree, disagree, pass + 1);
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
