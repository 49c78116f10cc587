package org.yueyuetan.platform.opinion;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Account;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.notice.Message;
import org.yueyuetan.platform.notice.Notices;
import org.yueyuetan.platform.talk.DayWork;
import org.yueyuetan.platform.talk.Talks;

/**
 * Looks through what guests state (审核): accepts, merges into what says the same, declines with a
 * reason. The author reads what became of it on the phone.
 */
@Component
public class Moderation {

  /**
   * What came of a judgement.
   *
   * @param done how many were moved
   * @param passedBy how many somebody else had dealt with meanwhile: these were left alone
   */
  public record Result(int done, int passedBy) {}

  /** How many took part. */
  public record Turnout(long guests, long votes) {}

  private final JdbcClient jdbc;
  private final Talks talks;
  private final Votes votes;
  private final Accounts accounts;
  private final Notices notices;
  private final ApplicationEventPublisher events;
  private final Audit audit;

  Moderation(
      JdbcClient jdbc,
      Talks talks,
      Votes votes,
      Accounts accounts,
      Notices notices,
      ApplicationEventPublisher events,
      Audit audit) {
    this.jdbc = jdbc;
    this.talks = talks;
    this.votes = votes;
    this.accounts = accounts;
    this.notices = notices;
    this.events = events;
    this.audit = audit;
  }

  /** Opinions of a talk in a state, those that wait longest first. */
  List<Opinion> in(long talk, OpinionStatus status, long after, int limit) {
    return jdbc.sql(
            """
            select * from opinion where talk_id = :talk and status = :status and id > :after
            order by id limit :limit
            """)
        .param("talk", talk)
        .param("status", status.name())
        .param("after", after)
        .param("limit", limit)
        .query(Rows::opinion)
        .list();
  }

  /** How many opinions of a talk are in each state. */
  Map<OpinionStatus, Integer> counts(long talk) {
    var counts = new EnumMap<OpinionStatus, Integer>(OpinionStatus.class);
    jdbc.sql("select status, count(*) as many from opinion where talk_id = :talk group by status")
        .param("talk", talk)
        .query(row -> {
          counts.put(OpinionStatus.valueOf(row.getString("status")), row.getInt("many"));
        });
    return counts;
  }

  /** How many guests voted, and how often, on what counts. */
  Turnout turnout(long talk) {
    return jdbc.sql(
            """
            select count(distinct v.invitation_id) as guests, count(v.side) as votes
            from opinion o join opinion_vote v on v.opinion_id = o.id
            where o.talk_id = :talk and o.status = 'ACCEPTED'
            """)
        .param("talk", talk)
        .query(Turnout.class)
        .single();
  }

  /**
   * Carries a judgement out. Opinions that changed since the moderator saw them are left alone.
   *
   * @throws NotFound when the one to merge into is not an accepted opinion of this talk
   */
  @Transactional
  public Result judge(SignedIn me, long talk, Judgement judgement) {
    DayWork.RECORD.require(talks.inCharge(me, talk));
    lockInOrder(judgement);
    var into = judgement.into().map(id -> standing(talk, id));
    var done = 0;
    for (var ticked : judgement.ticked().entrySet()) {
      var opinion =
          ofTalk(talk, ticked.getKey())
              .filter(found -> found.version() == ticked.getValue())
              .filter(found -> found.status().allows(judgement.move()))
              .filter(found -> into.filter(other -> other.id() == found.id()).isEmpty());
      if (opinion.isPresent()) {
        move(opinion.get(), judgement, into);
        done++;
      }
    }
    return new Result(done, judgement.ticked().size() - done);
  }

  /**
   * Waits for the votes that are being written, and makes later ones look at the state again. In
   * order, so that no two moderators wait for each other.
   */
  private void lockInOrder(Judgement judgement) {
    jdbc.sql("select id from opinion where id in (:ids) order by id for update")
        .param(
            "ids",
            Stream.concat(judgement.ticked().keySet().stream(), judgement.into().stream()).toList())
        .query(Long.class)
        .list();
  }

  private Opinion standing(long talk, long id) {
    return ofTalk(talk, id)
        .filter(opinion -> opinion.status() == OpinionStatus.ACCEPTED)
        .orElseThrow(() -> new NotFound("accepted opinion", id));
  }

  private Optional<Opinion> ofTalk(long talk, long id) {
    return jdbc.sql("select * from opinion where id = :id and talk_id = :talk")
        .param("id", id)
        .param("talk", talk)
        .query(Rows::opinion)
        .optional();
  }

  private void move(Opinion opinion, Judgement judgement, Optional<Opinion> into) {
    var next = OpinionStatus.LIFE.next(opinion.status(), judgement.move());
    var target = into.map(Opinion::id).orElse(null);
    write(opinion.id(), next, target, judgement.reason());
    audit.changed(
        switch (judgement.move()) {
          case ACCEPT -> "admit";
          case MERGE -> "merge";
          case DECLINE -> "refuse";
        },
        "opinion",
        opinion.id(),
        Map.of("status", opinion.status()),
        told(next, target, judgement.reason()));
    switch (judgement.move()) {
      case ACCEPT -> accepted(opinion);
      case DECLINE -> {
        declined(opinion);
        tell(opinion, "opinion.notice.declined", judgement.reason());
        mergedInto(opinion)
            .forEach(merged -> tell(merged, "opinion.notice.declined", judgement.reason()));
      }
      case MERGE -> {
        var standing = into.orElseThrow();
        bringAlong(opinion, standing.id());
        events.publishEvent(new OpinionMerged(opinion.id(), standing.id()));
        tell(opinion, "opinion.notice.merged", standing.text());
      }
    }
  }

  private void write(long id, OpinionStatus status, @Nullable Long into, String reason) {
    jdbc.sql(
            """
            update opinion set status = :status, merged_into = :into::bigint, reason = :reason, version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("status", status.name())
        .param("into", into)
        .param("reason", reason)
        .update();
  }

  private void accepted(Opinion opinion) {
    votes.agreeOwn(opinion, opinion.id());
    events.publishEvent(new OpinionRecorded(opinion.id(), opinion.talk()));
  }

  private void declined(Opinion opinion) {
    if (opinion.status() == OpinionStatus.ACCEPTED) {
      events.publishEvent(new OpinionDeclined(opinion.id()));
    }
  }

  /** Whoever said one of these hears what becomes of the one that stands for it. */
  private List<Opinion> mergedInto(Opinion standing) {
    return jdbc.sql("select * from opinion where merged_into = :id order by id")
        .param("id", standing.id())
        .query(Rows::opinion)
        .list();
  }

  /** What had been merged into the opinion before goes with it. */
  private void bringAlong(Opinion opinion, long into) {
    votes.move(opinion, into);
    votes.agreeOwn(opinion, into);
    jdbc.sql(
            "update opinion set merged_into = :into, version = version + 1 where merged_into = :from")
        .param("into", into)
        .param("from", opinion.id())
        .update();
  }

  private void tell(Opinion opinion, String key, String why) {
    var people =
        accounts.representativesOf(opinion.organization().map(List::of).orElse(List.of())).stream()
            .map(Account::id)
            .toList();
    notices.toAccounts(
        people,
        new Message(
            key,
            List.of(opinion.text(), why),
            "/talks/" + opinion.talk() + "/room/mine#opinion-" + opinion.id()));
  }

  private static Map<String, Object> told(
      OpinionStatus status, @Nullable Long into, String reason) {
    return into == null
        ? Map.of("status", status, "reason", reason)
        : Map.of("status", status, "mergedInto", into);
  }
}
