package org.yueyuetan.benchmark;

import java.util.Arrays;

/**
 * Deferred acceptance for one partner each, as in a textbook (Gale and Shapley 1962): what there is
 * to compare with, on the same lists.
 */
final class Classic {

  /** By left party, its partners from the best on; and how each right one ranks it. */
  private final int[][] partner;

  private final int[][] theirRank;

  /** Of a generated market, whose pairs stand party after party, best first. */
  Classic(Markets market) {
    int parties = market.leftQuota().length;
    int partners = market.left().length / parties;
    partner = new int[parties][];
    theirRank = new int[parties][];
    for (int party = 0; party < parties; party++) {
      int from = party * partners;
      partner[party] = Arrays.copyOfRange(market.right(), from, from + partners);
      theirRank[party] = Arrays.copyOfRange(market.rightRank(), from, from + partners);
    }
  }

  /** By right party, the left one it ends with; −1 if none. */
  int[] match() {
    int parties = partner.length;
    int[] engaged = new int[parties];
    int[] rank = new int[parties];
    int[] next = new int[parties];
    Arrays.fill(engaged, -1);
    for (int first = 0; first < parties; first++) {
      int proposer = first;
      while (proposer >= 0 && next[proposer] < partner[proposer].length) {
        int place = next[proposer]++;
        int receiver = partner[proposer][place];
        if (engaged[receiver] < 0 || theirRank[proposer][place] < rank[receiver]) {
          int rejected = engaged[receiver];
          engaged[receiver] = proposer;
          rank[receiver] = theirRank[proposer][place];
          proposer = rejected;
        }
      }
    }
    return engaged;
  }
}
