package org.yueyuetan.platform.matchmaking;

import static org.yueyuetan.platform.matchmaking.MatchmakingTable.instant;
import static org.yueyuetan.platform.matchmaking.MatchmakingTable.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.need.NeedStatus;

/** What meetings were about and what was told of them; who may see it is asked before. */
@Component
class OutcomeTable {

  private static final String HELD =
      """
      from matchmaking_pair p
      join talk t on t.id = p.talk_id
      join matchmaking_plan l on l.talk_id = p.talk_id
        and l.number = (select max(number) from matchmaking_plan where talk_id = p.talk_id and published_at is not null)
      join matchmaking_meeting m on m.plan_id = l.id and m.pair_id = p.id
      """;

  private final JdbcClient jdbc;

  OutcomeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Long> organizations(Collection<Long> invitations) {
    return jdbc.sql(
            """
            select organization_id from invitation
            where id in (:invitations) and organization_id is not null order by id
            """)
        .param("invitations", invitations)
        .query(Long.class)
        .list();
  }

  List<Told> history(long pair) {
    return jdbc.sql(
            "select event, actor, at from matchmaking_move where pair_id = :pair order by id")
        .param("pair", pair)
        .query((row, n) ->
            new Told(
                PairStatus.Event.valueOf(row.getString("event")),
                row.getString("actor"),
                instant(row, "at")))
        .list();
  }

  // --- needs and offers ---

  Set<Long> about(long pair) {
    return jdbc
        .sql("select need_id from matchmaking_need where pair_id = :pair")
        .param("pair", pair)
        .query(Long.class)
        .list()
        .stream()
        .collect(Collectors.toSet());
  }

  void addAbout(long pair, Collection<Long> needs) {
    for (var need : needs) {
      jdbc.sql(
              """
              insert into matchmaking_need (pair_id, need_id)
              select :pair, id from need where id = :need on conflict do nothing
              """)
          .param("pair", pair)
          .param("need", need)
          .update();
    }
  }

  /** Those chosen among the choosable; the others and those that were answered stay. */
  void setAbout(long pair, Collection<Long> choosable, Set<Long> chosen) {
    var gone = new ArrayList<>(choosable);
    gone.removeAll(chosen);
    if (!gone.isEmpty()) {
      jdbc.sql(
              """
              delete from matchmaking_need where pair_id = :pair and need_id in (:gone) and not told
              """)
          .param("pair", pair)
          .param("gone", gone)
          .update();
    }
    addAbout(pair, choosable.stream().filter(chosen::contains).toList());
  }

  /** Not answered yet, with where they stand. */
  List<Map.Entry<Long, NeedStatus>> untold(long pair) {
    return jdbc.sql(
            """
            select n.id, n.status from matchmaking_need a join need n on n.id = a.need_id
            where a.pair_id = :pair and not a.told order by n.id
            """)
        .param("pair", pair)
        .query(
            (row, n) -> Map.entry(row.getLong("id"), NeedStatus.valueOf(row.getString("status"))))
        .list();
  }

  void told(long pair, long need) {
    jdbc.sql("update matchmaking_need set told = true where pair_id = :pair and need_id = :need")
        .param("pair", pair)
        .param("need", need)
        .update();
  }

  /** Pairs that talked, or are to talk, about a need, the latest talk first. */
  List<Spoken> ofNeed(long need, long organization) {
    return jdbc.sql(
            """
            select p.id, p.talk_id, t.title, p.status, p.first_wants and p.second_wants as mutual,
                   case a.organization_id when :organization then b.unit else a.unit end as partner,
                   exists (select
            """
                + HELD
                + """
                    where p.id = about.pair_id) as planned
                from matchmaking_need about
                join matchmaking_pair p on p.id = about.pair_id
                join talk t on t.id = p.talk_id
                join invitation a on a.id = p.first_id
                join invitation b on b.id = p.second_id
                where about.need_id = :need and p.status <> 'DROPPED' and t.status <> 'CANCELLED'
                order by t.starts_at desc, p.id
                """)
        .param("need", need)
        .param("organization", organization)
        .query((row, n) ->
            new Spoken(
                row.getLong("id"),
                row.getLong("talk_id"),
                row.getString("title"),
                PairStatus.valueOf(row.getString("status")),
                row.getBoolean("mutual"),
                row.getString("partner"),
                row.getBoolean("planned")))
        .list();
  }

  /** What talks ask of an organization: to come to its meetings, to tell what came of them. */
  List<Asked> asked(long organization, Instant now) {
    return jdbc.sql(
            """
            select t.id, t.title, count(*) filter (where m.from_at > :now) as coming,
                   min(m.from_at) filter (where m.from_at > :now) as next,
                   count(*) filter (where m.until_at <= :now and p.status = 'OPEN') as untold
            """
                + HELD
                + """
                join invitation i on i.id in (p.first_id, p.second_id) and i.organization_id = :organization
                  and i.status in ('INVITED', 'ACCEPTED', 'WAITING')
                where p.status <> 'DROPPED' and t.status not in ('CLOSED', 'CANCELLED')
                group by t.id
                having count(*) filter (where m.from_at > :now or m.until_at <= :now and p.status = 'OPEN') > 0
                order by min(m.from_at), t.id
                """)
        .param("organization", organization)
        .param("now", sql(now))
        .query((row, n) ->
            new Asked(
                row.getLong("id"),
                row.getString("title"),
                row.getInt("coming"),
                MatchmakingTable.maybe(row, "next"),
                row.getInt("untold")))
        .list();
  }
}
