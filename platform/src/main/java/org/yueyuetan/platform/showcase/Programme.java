package org.yueyuetan.platform.showcase;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.talk.DayWork;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.Talks;

/**
 * The programme of the stage: who shows themselves, in which order, for how long, and who is on.
 * Whatever changes it holds the talk's row, so that the minutes never exceed the talk.
 */
@Component
public class Programme {

  /** An organization that is called to the talk and has no card yet. */
  public record Candidate(long organization, String unit) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Talks talks;
  private final Cards cards;
  private final Sketch sketch;
  private final Audit audit;

  Programme(JdbcClient jdbc, Clock clock, Talks talks, Cards cards, Sketch sketch, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.talks = talks;
    this.cards = cards;
    this.sketch = sketch;
    this.audit = audit;
  }

  /** Those called who did not say no. */
  public List<Candidate> candidates(SignedIn me, long talk) {
    talks.inCharge(me, talk);
    return jdbc.sql(
            """
            select i.organization_id as organization, i.unit
            from invitation i join organization o on o.id = i.organization_id and o.active
            where i.talk_id = :talk and i.status in ('INVITED', 'ACCEPTED', 'WAITING')
              and not exists (select from showcase_card c
                              where c.talk_id = i.talk_id and c.organization_id = i.organization_id)
            order by i.status <> 'ACCEPTED', i.unit, i.id
            """)
        .param("talk", talk)
        .query(Candidate.class)
        .list();
  }

  public Stage stage(long talk) {
    return jdbc.sql("select card_id, since, version from showcase_stage where talk_id = :talk")
        .param("talk", talk)
        .query((row, n) ->
            new Stage(
                Optional.ofNullable(row.getObject("card_id", Long.class)),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getInt("version")))
        .optional()
        .orElseGet(() -> new Stage(Optional.empty(), Instant.EPOCH, 0));
  }

  /**
   * Puts an organization that is called on the programme, with a card made of what is known. One
   * that is there already stays as it is.
   *
   * @param minutes on the stage; 0 for a card only
   * @throws TooLong when they do not fit into the talk
   */
  @Transactional
  public long add(SignedIn me, long talk, long organization, int minutes) {
    var locked = lock(me, talk);
    var there = cards.ofOrganization(talk, organization);
    if (there.isPresent()) {
      return there.get().id();
    }
    if (candidates(me, talk).stream().noneMatch(one -> one.organization() == organization)) {
      throw new NotFound("organization on the list of talk " + talk, organization);
    }
    fit(locked, 0, minutes);
    return insert(talk, organization, minutes);
  }

  /** An organization that is called hangs up its own card; time on the stage is given by staff. */
  @Transactional
  public long offer(Visitor visitor) {
    var organization =
        visitor.organization().orElseThrow(() -> new NotFound("organization of", visitor.unit()));
    hold(visitor.talk());
    var there = cards.ofOrganization(visitor.talk(), organization);
    if (there.isPresent()) {
      return there.get().id();
    }
    if (!visitor.takesPart()) {
      throw new NotFound("open talk", visitor.talk());
    }
    return insert(visitor.talk(), organization, 0);
  }

  /** Changes the time on the stage. */
  @Transactional
  public void give(SignedIn me, long talk, long id, int version, int minutes) {
    var locked = lock(me, talk);
    var card = cards.open(me, talk, id);
    if (card.version() != version) {
      throw new EditedElsewhere("card", id);
    }
    fit(locked, card.minutes(), minutes);
    jdbc.sql("update showcase_card set minutes = :minutes, version = version + 1 where id = :id")
        .param("id", id)
        .param("minutes", minutes)
        .update();
    audit.changed(
        "change", "showcase", id, Map.of("minutes", card.minutes()), Map.of("minutes", minutes));
  }

  /** One place up or down; at the end of the list nothing happens. */
  @Transactional
  public void shift(SignedIn me, long talk, long id, boolean up) {
    lock(me, talk);
    var from = cards.open(me, talk, id).position();
    var to = up ? from - 1 : from + 1;
    if (cards.shownAt(talk).stream().noneMatch(other -> other.position() == to)) {
      return;
    }
    jdbc.sql(
            """
            update showcase_card set position = :from + :to - position
            where talk_id = :talk and position in (:from, :to)
            """)
        .param("talk", talk)
        .param("from", from)
        .param("to", to)
        .update();
  }

  /** Takes a card down, with its pictures and the wishes marked on it. */
  @Transactional
  public void remove(SignedIn me, long talk, long id) {
    lock(me, talk);
    var card = cards.open(me, talk, id);
    jdbc.sql("delete from showcase_card where id = :id").param("id", id).update();
    jdbc.sql(
            "update showcase_card set position = position - 1 where talk_id = :talk and position > :position")
        .param("talk", talk)
        .param("position", card.position())
        .update();
    audit.changed("delete", "showcase", id, card, null);
  }

  /**
   * Calls a card to the stage, or with none clears the stage.
   *
   * @param version of the stage as the person saw it
   */
  @Transactional
  public void call(SignedIn me, long talk, Optional<Long> id, int version) {
    DayWork.RECORD.require(lock(me, talk));
    var card = id.map(one -> cards.open(me, talk, one));
    var before = stage(talk);
    if (before.version() != version) {
      throw new EditedElsewhere("stage of talk", talk);
    }
    jdbc.sql(
            """
            insert into showcase_stage as s (talk_id, card_id, since, version)
            values (:talk, :card, :now, 1)
            on conflict (talk_id) do update
            set card_id = excluded.card_id, since = excluded.since, version = s.version + 1
            """)
        .param("talk", talk)
        .param("card", card.map(Card::id).orElse(null))
        .param("now", now())
        .update();
    audit.changed("callUp", "talk", talk, null, Map.of("stage", card.map(Card::name).orElse("")));
  }

  private long insert(long talk, long organization, int minutes) {
    var draft = sketch.of(organization);
    var id =
        jdbc.sql(
                """
                insert into showcase_card (talk_id, organization_id, position, minutes, who, gives, wants, created_at)
                select :talk, :organization, coalesce(max(position), 0) + 1, :minutes, :who, :gives, :wants, :now
                from showcase_card where talk_id = :talk
                returning id
                """)
            .param("talk", talk)
            .param("organization", organization)
            .param("minutes", minutes)
            .param("who", draft.who())
            .param("gives", draft.gives())
            .param("wants", draft.wants())
            .param("now", now())
            .query(Long.class)
            .single();
    audit.changed(
        "create",
        "showcase",
        id,
        null,
        Map.of("talk", talk, "organization", organization, "minutes", minutes));
    return id;
  }

  private void fit(Talk talk, int before, int minutes) {
    var given = cards.shownAt(talk.id()).stream().mapToInt(Card::minutes).sum() - before;
    var left = Math.max(0, talk.length().toMinutes() - given);
    if (minutes > before && minutes > left) {
      throw new TooLong(left);
    }
  }

  /** The talk, with its row held, as long as it is not over. */
  private Talk lock(SignedIn me, long id) {
    hold(id);
    return Optional.of(talks.inCharge(me, id))
        .filter(talk -> !talk.status().isOver())
        .orElseThrow(() -> new NotFound("open talk", id));
  }

  private void hold(long talk) {
    jdbc.sql("select id from talk where id = :id for update")
        .param("id", talk)
        .query(Long.class)
        .optional();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
