package org.yueyuetan.platform.opinion;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.talk.GuestUnlisted;

/**
 * Votes of guests on opinions: the last one counts, every one is kept. A vote locks nothing that
 * another guest's vote waits for.
 */
@Component
public class Votes {

  /** What came of a vote; {@code opinion.vote.<name>} tells those that were not counted. */
  public enum Outcome {
    COUNTED,
    CLOSED,
    /** One's own opinion: agreed with, by having stated it. */
    OWN,
    DECLINED,
    MERGED
  }

  private static final long ALL = 0;

  private record Target(OpinionStatus status, Optional<Long> invitation) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Audit audit;

  Votes(JdbcClient jdbc, Clock clock, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Votes, or votes anew.
   *
   * @throws NotFound when the talk has no such opinion that was ever shown to guests
   */
  @Transactional
  public Outcome cast(Participant guest, long opinion, Side side) {
    if (!guest.takesPart()) {
      return Outcome.CLOSED;
    }
    if (write(guest, opinion, side) == 0) {
      return whyNot(guest, opinion);
    }
    audit.changed(
        "vote",
        "opinion",
        opinion,
        null,
        Map.of("invitation", guest.invitation(), "unit", guest.unit(), "side", side));
    return Outcome.COUNTED;
  }

  /** What a guest has voted, by opinion. */
  public Map<Long, Side> of(long invitation) {
    var votes = new HashMap<Long, Side>();
    jdbc.sql("select opinion_id, side from opinion_vote where invitation_id = :invitation")
        .param("invitation", invitation)
        .query(row -> {
          votes.put(row.getLong("opinion_id"), Side.of(row.getInt("side")));
        });
    return votes;
  }

  /** Whether anybody but its author voted on an opinion: from then on its words stand. */
  boolean hasOthers(Opinion opinion) {
    return jdbc.sql(
            """
            select exists (select from opinion_vote where opinion_id = :opinion
                           and invitation_id is distinct from :author::bigint)
            """)
        .param("opinion", opinion.id())
        .param("author", opinion.invitation().orElse(null))
        .query(Boolean.class)
        .single();
  }

  /**
   * Whoever states an opinion agrees with it; where it was merged, with the one standing for it.
   */
  void agreeOwn(Opinion opinion, long counted) {
    opinion
        .invitation()
        .ifPresent(author ->
            moved(
                """
                insert into opinion_vote (opinion_id, invitation_id, side, at) values (:into, :author, 1, :now)
                on conflict do nothing
                """,
                new LinkedHashMap<>(Map.of("author", author)),
                opinion,
                counted));
  }

  /**
   * It turned out who said it: the agreement of whoever was taken for the author counts no longer,
   * and a vote of the one who is does not either, for {@link #agreeOwn} is to follow.
   */
  void disown(Opinion before, Opinion after) {
    Stream.of(before, after)
        .flatMap(opinion -> opinion.invitation().stream())
        .forEach(author -> takeBack(before.id(), author));
  }

  /** An opinion goes, and with it the votes on it. */
  void removed(Opinion opinion) {
    takeBack(opinion.id(), ALL);
  }

  /**
   * A guest is taken off the list: their votes count no longer. Waits for a vote that is being
   * written.
   */
  @EventListener
  void on(GuestUnlisted event) {
    jdbc.sql("select id from invitation where id = :id for update")
        .param("id", event.invitation())
        .query(Long.class)
        .single();
    takeBack(ALL, event.invitation());
  }

  /** How often a guest has voted on opinions of others. */
  int given(long invitation) {
    return jdbc.sql(
            """
            select count(*) from opinion_vote v join opinion o on o.id = v.opinion_id
            where v.invitation_id = :invitation and o.invitation_id is distinct from v.invitation_id
            """)
        .param("invitation", invitation)
        .query(Integer.class)
        .single();
  }

  /** Takes votes out of what counts; the history says that and when. */
  private void takeBack(long opinion, long invitation) {
    jdbc.sql(
            """
            with gone as (
              delete from opinion_vote
              where (:opinion = 0 or opinion_id = :opinion) and (:invitation = 0 or invitation_id = :invitation)
              returning opinion_id, invitation_id
            )
            insert into opinion_vote_move (talk_id, opinion_id, invitation_id, side, at)
            select o.talk_id, gone.opinion_id, gone.invitation_id, null, :now
            from gone join opinion o on o.id = gone.opinion_id
            """)
        .param("opinion", opinion)
        .param("invitation", invitation)
        .param("now", Rows.sql(clock.instant()))
        .update();
  }

  /**
   * Votes on a merged opinion count for the one standing for it, unless the guest voted on both.
   */
  void move(Opinion merged, long into) {
    moved(
        """
        insert into opinion_vote (opinion_id, invitation_id, side, at)
        select :into, invitation_id, side, :now from opinion_vote where opinion_id = :from
        on conflict do nothing
        """,
        new LinkedHashMap<>(Map.of("from", merged.id())),
        merged,
        into);
  }

  private void moved(String insert, Map<String, Object> parameters, Opinion from, long into) {
    parameters.put("into", into);
    parameters.put("now", Rows.sql(clock.instant()));
    parameters.put("talk", from.talk());
    jdbc.sql(
            """
            with written as (%s returning opinion_id, invitation_id, side, at)
            insert into opinion_vote_move (talk_id, opinion_id, invitation_id, side, merged_from, at)
            select :talk, opinion_id, invitation_id, side, :mergedFrom::bigint, at from written
            """
                .formatted(insert))
        .params(parameters)
        .param("mergedFrom", from.id() == into ? null : from.id())
        .update();
  }

  /** The lock keeps the opinion from being declined or merged between reading and writing. */
  private int write(Participant guest, long opinion, Side side) {
    return jdbc.sql(
            """
            with target as (
              select id from opinion
              where id = :opinion and talk_id = :talk and status = 'ACCEPTED'
                and invitation_id is distinct from :invitation
              for key share
            ), written as (
              insert into opinion_vote (opinion_id, invitation_id, side, at)
              select id, :invitation, :side, :now from target
              on conflict (opinion_id, invitation_id) do update set side = excluded.side, at = excluded.at
              returning opinion_id, invitation_id, side, at
            )
            insert into opinion_vote_move (talk_id, opinion_id, invitation_id, side, at)
            select :talk, opinion_id, invitation_id, side, at from written
            """)
        .param("opinion", opinion)
        .param("talk", guest.talk())
        .param("invitation", guest.invitation())
        .param("side", side.sign())
        .param("now", Rows.sql(clock.instant()))
        .update();
  }

  private Outcome whyNot(Participant guest, long opinion) {
    var target =
        jdbc.sql("select status, invitation_id from opinion where id = :id and talk_id = :talk")
            .param("id", opinion)
            .param("talk", guest.talk())
            .query((row, n) ->
                new Target(
                    OpinionStatus.valueOf(row.getString("status")),
                    Rows.maybeId(row, "invitation_id")))
            .optional()
            .orElseThrow(() -> new NotFound("opinion", opinion));
    if (target.invitation().filter(author -> author == guest.invitation()).isPresent()) {
      return Outcome.OWN;
    }
    return switch (target.status()) {
      case MERGED -> Outcome.MERGED;
      case DECLINED, ACCEPTED -> Outcome.DECLINED;
      case SUBMITTED -> throw new NotFound("opinion", opinion);
    };
  }
}
