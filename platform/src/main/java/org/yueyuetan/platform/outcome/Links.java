package org.yueyuetan.platform.outcome;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.SignedIn;

/** Writes down what led to what. Saying the same twice changes nothing: the first time stands. */
@Component
class Links {

  /** Nobody did it: a job, or the demo. */
  private static final String SYSTEM = "";

  private final JdbcClient jdbc;
  private final Clock clock;

  Links(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void add(ThingKind from, long fromId, Relation relation, ThingKind to, long toId) {
    jdbc.sql(
            """
            insert into link (from_kind, from_id, relation, to_kind, to_id, at, actor)
            values (:from, :fromId, :relation, :to, :toId, :at, :actor) on conflict do nothing
            """)
        .param("from", from.key())
        .param("fromId", fromId)
        .param("relation", relation.key())
        .param("to", to.key())
        .param("toId", toId)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("actor", actor())
        .update();
  }

  void remove(ThingKind from, long fromId, Relation relation) {
    jdbc.sql(
            "delete from link where from_kind = :from and from_id = :fromId and relation = :relation")
        .param("from", from.key())
        .param("fromId", fromId)
        .param("relation", relation.key())
        .update();
  }

  void removeTo(Relation relation, ThingKind to, long toId) {
    jdbc.sql("delete from link where to_kind = :to and to_id = :toId and relation = :relation")
        .param("to", to.key())
        .param("toId", toId)
        .param("relation", relation.key())
        .update();
  }

  /** The talks that took place about the need's theme answer it. */
  void answeredByItsTalks(long need) {
    jdbc.sql(
            """
            insert into link (from_kind, from_id, relation, to_kind, to_id, at, actor)
            select distinct 'talk', t.id, 'answered', 'need', :need, cast(:at as timestamptz), :actor
            from link taken
            join link discussed on discussed.from_kind = 'theme' and discussed.from_id = taken.to_id
              and discussed.relation = 'discussed'
            join talk t on t.id = discussed.to_id and t.status in ('HELD', 'FOLLOWING_UP', 'CLOSED')
            where taken.from_kind = 'need' and taken.from_id = :need and taken.relation = 'takenUp'
            on conflict do nothing
            """)
        .param("need", need)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("actor", actor())
        .update();
  }

  private static String actor() {
    return SignedIn.current().map(SignedIn::name).orElse(SYSTEM);
  }
}
