package org.yueyuetan.platform.opinion;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.talk.DayWork;
import org.yueyuetan.platform.talk.TalkCancelled;
import org.yueyuetan.platform.talk.TalkClosed;
import org.yueyuetan.platform.talk.Talks;

/** Opens and closes the rounds. A talk that is over takes its round with it. */
@Component
public class Rounds {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Talks talks;
  private final Audit audit;

  Rounds(JdbcClient jdbc, Clock clock, Talks talks, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.talks = talks;
    this.audit = audit;
  }

  public Round of(long talk) {
    return find(talk).orElseGet(() -> Round.notYet(talk));
  }

  /**
   * Opens the round, for the first time or again.
   *
   * @throws StaysAnonymous when what was said without a name would now be said with one
   */
  @Transactional
  public void open(SignedIn me, long talk, int version, boolean anonymous) {
    DayWork.RECORD.require(talks.inCharge(me, talk));
    var before = of(talk);
    RoundStatus.LIFE.next(before.status(), RoundMove.OPEN);
    if (before.anonymous() && !anonymous && hasStatements(talk)) {
      throw new StaysAnonymous(talk);
    }
    var written =
        jdbc.sql(
                """
                insert into opinion_round as r (talk_id, status, anonymous, opened_at)
                values (:talk, 'OPEN', :anonymous, :now)
                on conflict (talk_id) do update
                set status = 'OPEN', anonymous = excluded.anonymous, closed_at = null, version = r.version + 1
                where r.version = :version and r.status = 'CLOSED'
                """)
            .param("talk", talk)
            .param("anonymous", anonymous)
            .param("now", Rows.sql(clock.instant()))
            .param("version", version)
            .update();
    written(written, talk);
    audit.changed(
        "openRound",
        "talk",
        talk,
        Map.of("round", before.status()),
        Map.of("round", RoundStatus.OPEN, "anonymous", anonymous));
  }

  @Transactional
  public void close(SignedIn me, long talk, int version) {
    talks.inCharge(me, talk);
    RoundStatus.LIFE.next(of(talk).status(), RoundMove.CLOSE);
    written(end(talk, version), talk);
  }

  @EventListener
  void on(TalkClosed event) {
    endWithTalk(event.talk());
  }

  @EventListener
  void on(TalkCancelled event) {
    endWithTalk(event.talk());
  }

  private void endWithTalk(long talk) {
    find(talk).filter(Round::isOpen).ifPresent(round -> end(talk, round.version()));
  }

  private int end(long talk, int version) {
    var written =
        jdbc.sql(
                """
                update opinion_round set status = 'CLOSED', closed_at = :now, version = version + 1
                where talk_id = :talk and status = 'OPEN' and version = :version
                """)
            .param("talk", talk)
            .param("now", Rows.sql(clock.instant()))
            .param("version", version)
            .update();
    if (written > 0) {
      audit.changed(
          "closeRound",
          "talk",
          talk,
          Map.of("round", RoundStatus.OPEN),
          Map.of("round", RoundStatus.CLOSED));
    }
    return written;
  }

  private Optional<Round> find(long talk) {
    return jdbc.sql(
            "select talk_id as talk, status, anonymous, version from opinion_round where talk_id = :talk")
        .param("talk", talk)
        .query(Round.class)
        .optional();
  }

  private boolean hasStatements(long talk) {
    return jdbc.sql(
            "select exists (select from opinion where talk_id = :talk and origin = 'PHONE')")
        .param("talk", talk)
        .query(Boolean.class)
        .single();
  }

  private static void written(int rows, long talk) {
    if (rows == 0) {
      throw new EditedElsewhere("round", talk);
    }
  }
}
