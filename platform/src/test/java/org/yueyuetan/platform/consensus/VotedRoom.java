package org.yueyuetan.platform.consensus;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.engine.map.Vote;
import org.yueyuetan.platform.talk.InvitationStatus;
import org.yueyuetan.platform.talk.Party;
import org.yueyuetan.platform.talk.TalkDayFixture;

/** A {@link Room} put straight into the tables of a talk. */
final class VotedRoom {

  private static final OffsetDateTime AT = Instant.EPOCH.atOffset(ZoneOffset.UTC);

  private final JdbcClient jdbc;
  private final long talk;
  private final List<Long> opinions = new ArrayList<>();
  private final Map<Long, Long> guests = new HashMap<>();

  VotedRoom(JdbcClient jdbc, long talk) {
    this.jdbc = jdbc;
    this.talk = talk;
  }

  VotedRoom with(Room room) {
    for (int opinion = 1; opinion <= room.opinions(); opinion++) {
      opinion("第 " + opinion + " 条意见");
    }
    room.votes()
        .forEach((guest, votes) ->
            votes.forEach(
                (opinion, vote) -> vote(guest(guest), opinions.get((int) (opinion - 1)), vote)));
    return this;
  }

  long opinion(String text) {
    var id =
        jdbc.sql(
                """
                insert into opinion (talk_id, speaker, party, text, status, origin, recorded_at)
                values (:talk, '', 'AGENCY', :text, 'ACCEPTED', 'PHONE', :at) returning id
                """)
            .param("talk", talk)
            .param("text", text)
            .param("at", AT)
            .query(Long.class)
            .single();
    opinions.add(id);
    return id;
  }

  List<Long> opinions() {
    return opinions;
  }

  /** The invitation of a guest of the {@link Room}. */
  long guest(long number) {
    Supplier<Long> invite =
        () ->
            TalkDayFixture.guest(
                jdbc,
                talk,
                "单位" + number,
                Party.AGENCY,
                InvitationStatus.ACCEPTED,
                "%06d".formatted(100_000 + number));
    return guests.computeIfAbsent(number, none -> invite.get());
  }

  void vote(long invitation, long opinion, Vote vote) {
    jdbc.sql(
            """
            with vote as (
              insert into opinion_vote (opinion_id, invitation_id, side, at) values (:opinion, :guest, :side, :at)
              on conflict (opinion_id, invitation_id) do update set side = excluded.side
              returning *)
            insert into opinion_vote_move (talk_id, opinion_id, invitation_id, side, at)
            select :talk, opinion_id, invitation_id, side, at from vote
            """)
        .param("talk", talk)
        .param("opinion", opinion)
        .param("guest", invitation)
        .param("side", vote.sign())
        .param("at", AT)
        .update();
  }
}
