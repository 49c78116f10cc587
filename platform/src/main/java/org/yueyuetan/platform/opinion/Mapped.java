package org.yueyuetan.platform.opinion;

import java.util.List;
import java.util.Map;
import org.yueyuetan.engine.map.OpinionMap;
import org.yueyuetan.engine.map.Vote;
import org.yueyuetan.platform.talk.Party;

/**
 * What the votes on a talk's opinions say together.
 *
 * @param map ids in it are those of opinions and invitations, as text
 * @param opinions columns: those that count, by id
 * @param participants rows: those who voted, by invitation
 * @param revision another number whenever opinions or votes have changed
 */
public record Mapped(
    OpinionMap map, List<Opinion> opinions, List<Participant> participants, long revision) {

  /**
   * A guest who voted; who it is stays out.
   *
   * @param votes by opinion
   */
  public record Participant(long invitation, Party party, Map<Long, Vote> votes) {
    public Participant {
      votes = Map.copyOf(votes);
    }
  }

  public Mapped {
    opinions = List.copyOf(opinions);
    participants = List.copyOf(participants);
  }
}
