package org.yueyuetan.platform.talk;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;

/**
 * Moves a talk along its life cycle and keeps the history of its moves. Whoever moves it holds its
 * row.
 */
@Component
class TalkMoves {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Talks talks;

  TalkMoves(JdbcClient jdbc, Clock clock, Talks talks) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.talks = talks;
  }

  /**
   * The talk, with its row held until the transaction ends: everything that counts seats or changes
   * the invitations of a talk comes through here, one after the other.
   */
  Talk lock(long talk) {
    return jdbc.sql(Rows.TALK + "where t.id = :id for update of t")
        .param("id", talk)
        .query(Rows::talk)
        .optional()
        .orElseThrow(() -> new NotFound("talk", talk));
  }

  /** As {@link #lock}, for staff who run the talk; for others it is not found. */
  Talk lockInCharge(SignedIn me, long talk) {
    talks.inCharge(me, talk);
    return lock(talk);
  }

  /**
   * As {@link #lockInCharge}, as long as the talk is not over: after that its papers stay as they
   * are.
   */
  Talk lockOpen(SignedIn me, long talk) {
    var locked = lockInCharge(me, talk);
    if (locked.status().isOver()) {
      throw new NotFound("open talk", talk);
    }
    return locked;
  }

  /** Moves a locked talk; the caller audits and tells the facts. */
  TalkStatus move(Talk talk, TalkMove move, String reason, String actor) {
    var next = TalkStatus.LIFE.next(talk.status(), move);
    var now = Rows.sql(clock.instant());
    jdbc.sql("update talk set status = :status, version = version + 1 where id = :id")
        .param("id", talk.id())
        .param("status", next.name())
        .update();
    jdbc.sql(
            """
            insert into talk_move (talk_id, event, status, reason, actor, at)
            values (:talk, :event, :status, :reason, :actor, :at)
            """)
        .param("talk", talk.id())
        .param("event", move.name())
        .param("status", next.name())
        .param("reason", reason)
        .param("actor", actor)
        .param("at", now)
        .update();
    return next;
  }

  List<Moved> history(long talk) {
    return jdbc.sql("select * from talk_move where talk_id = :talk order by id")
        .param("talk", talk)
        .query((row, n) ->
            new Moved(
                TalkMove.valueOf(row.getString("event")),
                TalkStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getString("actor"),
                Rows.instant(row, "at")))
        .list();
  }
}
