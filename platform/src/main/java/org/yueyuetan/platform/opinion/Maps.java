package org.yueyuetan.platform.opinion;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.engine.map.OpinionMap;
import org.yueyuetan.engine.map.Vote;
import org.yueyuetan.engine.map.VotesBuilder;
import org.yueyuetan.platform.talk.Party;

/**
 * Draws the map of a talk's accepted opinions and the votes on them.
 *
 * <p>A map is kept and looked after at most once in {@code yueyuetan.map.pause}; then it is drawn
 * anew only if opinions or votes have changed. One map is drawn at a time, whoever asks for others
 * meanwhile.
 */
@Component
public class Maps {

  /** Differs whenever an opinion or a vote has, also when one went and another one came. */
  private record State(
      long moves, long counting, long opinions, long latest, long authors, long versions) {}

  private record Kept(Mapped mapped, State state, long lookedAt) {}

  private record Cast(long invitation, Party party, long opinion, Vote vote) {}

  private final JdbcClient jdbc;
  private final Opinions opinions;
  private final long pause;
  private final Map<Long, Kept> kept = new ConcurrentHashMap<>();
  private final Set<Long> looking = ConcurrentHashMap.newKeySet();

  Maps(JdbcClient jdbc, Opinions opinions, @Value("${yueyuetan.map.pause:1s}") Duration pause) {
    this.jdbc = jdbc;
    this.opinions = opinions;
    this.pause = pause.toNanos();
  }

  /** The map as it stood not longer ago than the pause. */
  public Mapped of(long talk) {
    var last = kept.get(talk);
    return last != null && isFresh(last) ? last.mapped() : look(talk);
  }

  /**
   * The map as it stood lately, without waiting for another one to be drawn: that is done
   * meanwhile.
   */
  Mapped latest(long talk) {
    var last = kept.get(talk);
    if (last == null || pause == 0) {
      return of(talk);
    }
    if (!isFresh(last) && looking.add(talk)) {
      Thread.startVirtualThread(() -> {
        try {
          look(talk);
        } finally {
          looking.remove(talk);
        }
      });
    }
    return last.mapped();
  }

  private synchronized Mapped look(long talk) {
    var last = kept.get(talk);
    if (last != null && isFresh(last)) {
      return last.mapped();
    }
    var state = state(talk);
    var mapped =
        last != null && last.state().equals(state) && pause > 0
            ? last.mapped()
            : draw(talk, last == null ? 1 : last.mapped().revision() + 1);
    kept.put(talk, new Kept(mapped, state, System.nanoTime()));
    return mapped;
  }

  private boolean isFresh(Kept last) {
    return System.nanoTime() - last.lookedAt() < pause;
  }

  private State state(long talk) {
    return jdbc.sql(
            """
            select (select count(*) from opinion_vote_move m where m.talk_id = :talk) as moves,
                   (select count(*) from opinion o join opinion_vote v on v.opinion_id = o.id where o.talk_id = :talk) as counting,
                   count(*) as opinions, coalesce(max(id), 0) as latest, count(invitation_id) as authors,
                   coalesce(sum(version), 0) as versions
            from opinion where talk_id = :talk
            """)
        .param("talk", talk)
        .query(State.class)
        .single();
  }

  private Mapped draw(long talk, long revision) {
    var accepted = opinions.accepted(talk);
    var votes =
        new VotesBuilder(
            accepted.stream().map(opinion -> String.valueOf(opinion.id())).toList(), Set.of());
    var counting = accepted.stream().map(Opinion::id).collect(toSet());
    var participants =
        cast(talk).stream()
            .filter(cast -> counting.contains(cast.opinion()))
            .collect(groupingBy(Cast::invitation, TreeMap::new, toList()))
            .entrySet()
            .stream()
            .map(guest -> participant(guest.getKey(), guest.getValue()))
            .toList();
    for (var participant : participants) {
      votes.participant(String.valueOf(participant.invitation()));
      participant.votes().forEach((opinion, vote) -> votes.vote(String.valueOf(opinion), vote));
    }
    return new Mapped(OpinionMap.of(votes.build()), accepted, participants, revision);
  }

  private static Mapped.Participant participant(long invitation, List<Cast> cast) {
    return new Mapped.Participant(
        invitation,
        cast.getFirst().party(),
        cast.stream().collect(toMap(Cast::opinion, Cast::vote)));
  }

  private List<Cast> cast(long talk) {
    return jdbc.sql(
            """
            select v.invitation_id, i.party, v.opinion_id, v.side
            from opinion o join opinion_vote v on v.opinion_id = o.id join invitation i on i.id = v.invitation_id
            where o.talk_id = :talk and o.status = 'ACCEPTED'
            """)
        .param("talk", talk)
        .query((row, n) ->
            new Cast(
                row.getLong("invitation_id"),
                Party.valueOf(row.getString("party")),
                row.getLong("opinion_id"),
                switch (row.getInt("side")) {
                  case 1 -> Vote.AGREE;
                  case 0 -> Vote.PASS;
                  default -> Vote.DISAGREE;
                }))
        .list();
  }
}
