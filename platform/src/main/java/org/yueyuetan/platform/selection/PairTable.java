package org.yueyuetan.platform.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs, the pairs that came out of them, and pairs that staff do not want. */
@Repository
class PairTable {

  private final JdbcClient jdbc;
  private final Clock clock;

  PairTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  // --- runs ---

  List<Run> runs(long selection) {
    return jdbc.sql("select * from selection_run where selection_id = :selection order by run")
        .param("selection", selection)
        .query((row, n) ->
            new Run(
                row.getInt("run"),
                new Snapshot(
                    row.getString("projects"),
                    row.getString("providers"),
                    row.getString("pairs"),
                    row.getString("seed"),
                    Side.valueOf(row.getString("favours"))),
                new Outcome(
                    Outcome.read(row.getString("project_optimal")),
                    Outcome.read(row.getString("provider_optimal")),
                    row.getInt("blocking")),
                Rows.instant(row, "at")))
        .list();
  }

  void add(long selection, int number, Snapshot snapshot, Outcome outcome, String actor) {
    jdbc.sql(
            """
            insert into selection_run (selection_id, run, projects, providers, pairs, seed, favours, project_optimal,
                                       provider_optimal, blocking, actor, at)
            values (:selection, :run, :projects, :providers, :pairs, :seed, :favours, :projectOptimal,
                    :providerOptimal, :blocking, :actor, :now)
            """)
        .param("selection", selection)
        .param("run", number)
        .param("projects", snapshot.projects())
        .param("providers", snapshot.providers())
        .param("pairs", snapshot.pairs())
        .param("seed", snapshot.seed())
        .param("favours", snapshot.favours().name())
        .param("projectOptimal", Outcome.csv(outcome.projectOptimal()))
        .param("providerOptimal", Outcome.csv(outcome.providerOptimal()))
        .param("blocking", outcome.blocking())
        .param("actor", actor)
        .param("now", Rows.sql(clock.instant()))
        .update();
    for (var match : outcome.best(snapshot.favours())) {
      jdbc.sql(
              """
              insert into selection_pair (selection_id, run, project_entry, provider_entry, amount, status)
              values (:selection, :run, :project, :provider, :amount, 'AWAITING')
              """)
          .param("selection", selection)
          .param("run", number)
          .param("project", match.project())
          .param("provider", match.provider())
          .param("amount", match.amount())
          .update();
    }
  }

  // --- pairs ---

  List<Pair> of(long selection) {
    return jdbc.sql("select * from selection_pair where selection_id = :selection order by id")
        .param("selection", selection)
        .query(PairTable::pair)
        .list();
  }

  Optional<Pair> find(long selection, long id) {
    return jdbc.sql("select * from selection_pair where id = :id and selection_id = :selection")
        .param("id", id)
        .param("selection", selection)
        .query(PairTable::pair)
        .optional();
  }

  /** One side says yes; false when somebody else was faster. */
  boolean confirmed(Pair before, Side side, PairStatus status) {
    return jdbc.sql(
                """
                update selection_pair
                set status = :status, version = version + 1,
                    project_confirmed = case when :side = 'PROJECT' then :now else project_confirmed end,
                    provider_confirmed = case when :side = 'PROVIDER' then :now else provider_confirmed end,
                    ended_at = case when :status = 'CONFIRMED' then cast(:now as timestamptz) end
                where id = :id and version = :version
                """)
            .param("id", before.id())
            .param("version", before.version())
            .param("side", side.name())
            .param("status", status.name())
            .param("now", Rows.sql(clock.instant()))
            .update()
        == 1;
  }

  boolean released(Pair before, Pair.Released how, String reason) {
    return jdbc.sql(
                """
                update selection_pair
                set status = 'RELEASED', released = :how, reason = :reason, ended_at = :now, version = version + 1
                where id = :id and version = :version
                """)
            .param("id", before.id())
            .param("version", before.version())
            .param("how", how.sql())
            .param("reason", reason)
            .param("now", Rows.sql(clock.instant()))
            .update()
        == 1;
  }

  // --- overruled ---

  List<Overruled> overruled(long selection) {
    return jdbc.sql(
            """
            select * from selection_overrule where selection_id = :selection order by at, project_id, provider_id
            """)
        .param("selection", selection)
        .query((row, n) ->
            new Overruled(
                row.getLong("project_id"),
                row.getLong("provider_id"),
                row.getString("reason"),
                row.getString("actor"),
                Rows.instant(row, "at")))
        .list();
  }

  void overrule(long selection, long project, long provider, String reason, String actor) {
    jdbc.sql(
            """
            insert into selection_overrule (selection_id, project_id, provider_id, reason, actor, at)
            values (:selection, :project, :provider, :reason, :actor, :now)
            on conflict (project_id, provider_id) do update
            set reason = excluded.reason, actor = excluded.actor, at = excluded.at
            """)
        .param("selection", selection)
        .param("project", project)
        .param("provider", provider)
        .param("reason", reason)
        .param("actor", actor)
        .param("now", Rows.sql(clock.instant()))
        .update();
  }

  void takeBack(long selection, long project, long provider) {
    jdbc.sql(
            """
            delete from selection_overrule
            where selection_id = :selection and project_id = :project and provider_id = :provider
            """)
        .param("selection", selection)
        .param("project", project)
        .param("provider", provider)
        .update();
  }

  private static Pair pair(ResultSet row, int n) throws SQLException {
    return new Pair(
        row.getLong("id"),
        row.getLong("selection_id"),
        row.getInt("run"),
        row.getLong("project_entry"),
        row.getLong("provider_entry"),
        row.getLong("amount"),
        PairStatus.valueOf(row.getString("status")),
        Rows.maybe(row, "project_confirmed"),
        Rows.maybe(row, "provider_confirmed"),
        Pair.Released.of(row.getString("released")),
        row.getString("reason"),
        row.getInt("version"));
  }
}
