package org.yueyuetan.platform.talk;

import java.util.List;

/**
 * How many of each party a talk wants (到会要求), against how many said yes; of a talk that took place,
 * against how many came.
 */
public record Quorum(boolean held, List<OfParty> parties) {

  /**
   * One party.
   *
   * @param coming said yes and have a seat, or came
   * @param open units of the party that were invited and have not answered
   */
  public record OfParty(Party party, int minimum, int coming, List<String> open) {
    public OfParty {
      open = List.copyOf(open);
    }

    public int missing() {
      return Math.max(0, minimum - coming);
    }
  }

  public Quorum {
    parties = List.copyOf(parties);
  }

  public boolean isAsked() {
    return !parties.isEmpty();
  }

  public List<OfParty> shortOf() {
    return parties.stream().filter(party -> party.missing() > 0).toList();
  }
}
