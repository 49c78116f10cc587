package org.yueyuetan.engine.map;

import org.yueyuetan.engine.Explanation;

/**
 * Counted votes on every opinion.
 *
 * @param agree by number of the opinion
 * @param disagree the same
 * @param seen the same, passes included
 */
@SuppressWarnings("ArrayRecordComponent") // counted in place, never compared
record Tally(int[] agree, int[] disagree, int[] seen) {

  static Tally empty(int opinions) {
    return new Tally(new int[opinions], new int[opinions], new int[opinions]);
  }

  void count(Votes votes, int participant) {
    for (int vote = votes.begin(participant); vote < votes.end(participant); vote++) {
      int opinion = votes.opinion(vote);
      seen[opinion]++;
      if (votes.sign(vote) > 0) {
        agree[opinion]++;
      } else if (votes.sign(vote) < 0) {
        disagree[opinion]++;
      }
    }
  }

  /** What is left without a part of it. */
  Tally without(Tally part) {
    var rest = empty(seen.length);
    for (int opinion = 0; opinion < seen.length; opinion++) {
      rest.agree[opinion] = agree[opinion] - part.agree[opinion];
      rest.disagree[opinion] = disagree[opinion] - part.disagree[opinion];
      rest.seen[opinion] = seen[opinion] - part.seen[opinion];
    }
    return rest;
  }

  /** How many hold a side of an opinion. */
  int holding(int opinion, Vote side) {
    return side == Vote.AGREE ? agree[opinion] : disagree[opinion];
  }

  Held held(String id, int opinion, Vote side, double score, Explanation why) {
    return new Held(id, side, agree[opinion], disagree[opinion], seen[opinion], score, why);
  }
}
