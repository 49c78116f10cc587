package org.yueyuetan.engine.panel;

import java.util.List;

/**
 * Members who share a chance, and the proof that no lottery can give all of them more without
 * giving less to members of the levels before.
 *
 * <p>The proof: add up the terms, each limit times its multiplier. A member weighs the sum of the
 * multipliers of the quotas that count it. So the weights of any panel add up to no more than the
 * limits do, and neither do expected weights; what members of the levels before and least chances
 * have for certain is taken off, and negative weights count with chance 1. The rest, divided by the
 * positive weights of the others, is the bound; whose least chance is higher counts with that.
 *
 * @param timesInvited the class of members that this level is about
 * @param bound proved
 * @param reached the smallest chance that these members have in the lottery
 * @param members in canonical order
 */
public record Level(
    int timesInvited, double bound, double reached, List<String> members, List<Term> proof) {

  /**
   * A quota, the number of seats, or an inequality of {@link Lottery#inequalities}.
   *
   * @param limit the most if the multiplier is positive, else the fewest
   */
  public record Term(String name, double multiplier, double limit) {}

  public Level {
    members = List.copyOf(members);
    proof = List.copyOf(proof);
  }
}
