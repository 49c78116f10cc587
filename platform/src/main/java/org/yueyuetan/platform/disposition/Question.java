package org.yueyuetan.platform.disposition;

import java.util.List;
import org.yueyuetan.platform.talk.AgendaItem;
import org.yueyuetan.platform.talk.Party;

/** A question of a talk (议题), and what each party said to it. */
public record Question(AgendaItem item, List<Side> sides) {

  public Question {
    sides = List.copyOf(sides);
  }

  /**
   * One party; it was there and said nothing when {@code said} is empty.
   *
   * @param said what most guests agree with, that first
   * @param all how much it said
   */
  public record Side(Party party, List<Matter> said, int all) {

    public Side {
      said = List.copyOf(said);
    }

    public boolean isSilent() {
      return said.isEmpty();
    }

    public int others() {
      return all - said.size();
    }
  }
}
