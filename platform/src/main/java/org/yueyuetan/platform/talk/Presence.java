package org.yueyuetan.platform.talk;

import java.util.List;

/** Who is in the room, counted by party, against how many of each the talk wants (到会要求). */
public record Presence(List<OfParty> parties) {

  /**
   * One party.
   *
   * @param coming said yes and has a seat
   * @param minimum 0 when none is asked for
   */
  public record OfParty(Party party, int coming, int present, int minimum) {

    public boolean isShort() {
      return present < minimum;
    }

    public int missing() {
      return Math.max(0, minimum - present);
    }
  }

  public Presence {
    parties = List.copyOf(parties);
  }

  public int present() {
    return parties.stream().mapToInt(OfParty::present).sum();
  }

  public int coming() {
    return parties.stream().mapToInt(OfParty::coming).sum();
  }

  public List<OfParty> shortOf() {
    return parties.stream().filter(OfParty::isShort).toList();
  }

  public boolean hasQuorum() {
    return shortOf().isEmpty();
  }
}
