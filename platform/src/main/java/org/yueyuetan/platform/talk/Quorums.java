package org.yueyuetan.platform.talk;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;

/** Keeps how many of each party a talk wants and checks it against the answers. */
@Component
public class Quorums {

  private final JdbcClient jdbc;
  private final TalkMoves moves;
  private final Invitations invitations;
  private final Audit audit;

  Quorums(JdbcClient jdbc, TalkMoves moves, Invitations invitations, Audit audit) {
    this.jdbc = jdbc;
    this.moves = moves;
    this.invitations = invitations;
    this.audit = audit;
  }

  static Map<Party, Integer> read(Form form) {
    var minimums = new EnumMap<Party, Integer>(Party.class);
    for (var party : Party.values()) {
      form.whole(party.name(), 0, 999).ifPresent(minimum -> minimums.put(party, minimum));
    }
    return minimums;
  }

  public Map<Party, Integer> minimums(long talk) {
    var minimums = new EnumMap<Party, Integer>(Party.class);
    jdbc.sql("select party, minimum from talk_quorum where talk_id = :talk")
        .param("talk", talk)
        .query(
            (row, n) -> minimums.put(Party.valueOf(row.getString("party")), row.getInt("minimum")))
        .list();
    return minimums;
  }

  public Quorum check(Talk talk) {
    var held = talk.status().tookPlace();
    var minimums = minimums(talk.id());
    var invited = minimums.isEmpty() ? List.<Invitation>of() : invitations.of(talk.id());
    return new Quorum(
        held,
        minimums.keySet().stream()
            .map(party -> ofParty(party, minimums.getOrDefault(party, 0), held, invited))
            .toList());
  }

  /** Sets all minimums anew; a party with none or 0 is not asked for. */
  @Transactional
  public void set(long talk, Map<Party, Integer> minimums, SignedIn me) {
    moves.lockOpen(me, talk);
    var before = minimums(talk);
    jdbc.sql("delete from talk_quorum where talk_id = :talk").param("talk", talk).update();
    minimums.forEach((party, minimum) -> {
      if (minimum > 0) {
        jdbc.sql(
                "insert into talk_quorum (talk_id, party, minimum) values (:talk, :party, :minimum)")
            .param("talk", talk)
            .param("party", party.name())
            .param("minimum", minimum)
            .update();
      }
    });
    audit.changed("setQuorum", "talk", talk, before, minimums(talk));
  }

  /**
   * Like {@link #set}, for a person who was looking at {@code seen}.
   *
   * @throws EditedElsewhere when somebody else set other minimums meanwhile
   */
  @Transactional
  public void change(long talk, String seen, Map<Party, Integer> minimums, SignedIn me) {
    moves.lockOpen(me, talk);
    if (!minimums(talk).toString().equals(seen)) {
      throw new EditedElsewhere("talk-quorum", talk);
    }
    set(talk, minimums, me);
  }

  private static Quorum.OfParty ofParty(
      Party party, int minimum, boolean held, List<Invitation> invited) {
    var ofParty = invited.stream().filter(one -> one.party() == party).toList();
    var coming =
        ofParty.stream()
            .filter(one -> held ? one.isCheckedIn() : one.status() == InvitationStatus.ACCEPTED)
            .count();
    var open =
        ofParty.stream()
            .filter(one -> !held && one.status() == InvitationStatus.INVITED)
            .map(Invitation::unit)
            .toList();
    return new Quorum.OfParty(party, minimum, (int) coming, open);
  }
}
