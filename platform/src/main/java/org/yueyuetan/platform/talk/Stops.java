package org.yueyuetan.platform.talk;

import java.sql.Types;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;

/** The way of an observation visit (观摩路线): stops in order. */
@Component
public class Stops {

  private final JdbcClient jdbc;
  private final TalkMoves moves;
  private final Audit audit;

  Stops(JdbcClient jdbc, TalkMoves moves, Audit audit) {
    this.jdbc = jdbc;
    this.moves = moves;
    this.audit = audit;
  }

  public List<Stop> of(long talk) {
    return jdbc.sql("select * from talk_stop where talk_id = :talk order by position")
        .param("talk", talk)
        .query((row, n) ->
            new Stop(
                row.getLong("id"),
                row.getInt("position"),
                row.getString("name"),
                row.getString("address"),
                Optional.ofNullable(row.getObject("arrives_at", LocalTime.class)),
                row.getInt("minutes"),
                row.getString("host"),
                row.getInt("version")))
        .list();
  }

  Optional<Stop> find(long talk, long stop) {
    return of(talk).stream().filter(one -> one.id() == stop).findFirst();
  }

  @Transactional
  public long add(long talk, StopDraft draft, SignedIn me) {
    moves.lockOpen(me, talk);
    var id =
        jdbc.sql(
                """
                insert into talk_stop (talk_id, position, name, address, arrives_at, minutes, host)
                select :talk, coalesce(max(position), 0) + 1, :name, :address, :arrivesAt, :minutes, :host
                from talk_stop where talk_id = :talk
                returning id
                """)
            .param("talk", talk)
            .params(values(draft))
            .query(Long.class)
            .single();
    audit.changed("addStop", "talk", talk, null, draft);
    return id;
  }

  @Transactional
  public void change(long talk, long stop, int version, StopDraft draft, SignedIn me) {
    moves.lockOpen(me, talk);
    var before = required(talk, stop);
    var changed =
        jdbc.sql(
                """
                update talk_stop
                set name = :name, address = :address, arrives_at = :arrivesAt, minutes = :minutes, host = :host,
                    version = version + 1
                where id = :id and version = :version
                """)
            .params(values(draft))
            .param("id", stop)
            .param("version", version)
            .update();
    if (changed == 0) {
      throw new EditedElsewhere("stop", stop);
    }
    audit.changed("changeStop", "talk", talk, before, draft);
  }

  /** One place up or down; at the end of the list nothing happens. */
  @Transactional
  public void shift(long talk, long stop, boolean up, SignedIn me) {
    moves.lockOpen(me, talk);
    var from = required(talk, stop).position();
    var to = up ? from - 1 : from + 1;
    if (of(talk).stream().noneMatch(other -> other.position() == to)) {
      return;
    }
    jdbc.sql(
            """
            update talk_stop set position = :from + :to - position
            where talk_id = :talk and position in (:from, :to)
            """)
        .param("talk", talk)
        .param("from", from)
        .param("to", to)
        .update();
  }

  @Transactional
  public void remove(long talk, long stop, SignedIn me) {
    moves.lockOpen(me, talk);
    var gone = required(talk, stop);
    jdbc.sql("delete from talk_stop where id = :id").param("id", stop).update();
    jdbc.sql(
            "update talk_stop set position = position - 1 where talk_id = :talk and position > :position")
        .param("talk", talk)
        .param("position", gone.position())
        .update();
    audit.changed("removeStop", "talk", talk, gone, null);
  }

  private static Map<String, ?> values(StopDraft draft) {
    return Map.of(
        "name", draft.name(),
        "address", draft.address(),
        "arrivesAt", new SqlParameterValue(Types.TIME, draft.arrivesAt().orElse(null)),
        "minutes", draft.minutes(),
        "host", draft.host());
  }

  private Stop required(long talk, long stop) {
    return find(talk, stop).orElseThrow(() -> new NotFound("stop", stop));
  }
}
