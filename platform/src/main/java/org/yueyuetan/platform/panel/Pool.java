package org.yueyuetan.platform.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.organization.Kind;
import org.yueyuetan.platform.organization.Level;
import org.yueyuetan.platform.region.Regions;
import org.yueyuetan.platform.talk.Talk;

/**
 * Finds those who may be drawn for a talk: active, within the plan, not on its list yet, and not
 * struck from it by hand.
 */
@Component
class Pool {

  /** More would take long to draw from and longer to read. */
  static final int MOST = 3_000;

  private static final String DISTRICT_ENDS = "000000";
  private static final int DISTRICT_DIGITS = 6;

  private final JdbcClient jdbc;
  private final Clock clock;

  Pool(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** At most one more than {@link #MOST}, by id. Those to invite in any case need not match. */
  List<PoolMember> of(Scope scope, Talk talk, Plan plan) {
    var musts = Set.copyOf(plan.musts());
    return jdbc.sql(
            """
            with stated as (
              select distinct n.organization_id as id from theme_need tn join need n on n.id = tn.need_id
              where tn.theme_id = :theme),
            supporting as (
              select distinct s.organization_id as id from theme_need tn join need_support s on s.need_id = tn.need_id
              where tn.theme_id = :theme),
            kindred as (
              select f.field from organization_field f join stated on stated.id = f.organization_id
              group by f.field having 4 * count(*) >= (select count(*) from stated)),
            called as (
              select i.organization_id as id, count(*) as times
              from invitation i join talk t on t.id = i.talk_id
              where i.invited_at is not null and t.id <> :talk and t.status <> 'CANCELLED'
                and t.starts_at >= :since and t.starts_at < :until
              group by i.organization_id)
            select o.id, o.name, o.kind, o.level, o.region_code,
                   exists (select from stated where stated.id = o.id) as stated,
                   exists (select from supporting where supporting.id = o.id) as supported,
                   exists (select from organization_field f join kindred using (field)
                           where f.organization_id = o.id) as kindred,
                   coalesce((select times from called where called.id = o.id), 0) as times,
                   (select string_agg(f.field, ',') from organization_field f where f.organization_id = o.id) as fields
            from organization o
            where o.active and o.region_code like :scopeRegion
              and not exists (select from invitation i where i.talk_id = :talk and i.organization_id = o.id)
              and not exists (select from sortition s join sortition_change c on c.sortition_id = s.id
                              where s.talk_id = :talk and s.status <> 'ABANDONED'
                                and c.organization_id = o.id and c.kind = 'STRIKE')
              and (o.id = any(:musts) or o.region_code like :region
                and (:kind = '' or o.kind = :kind)
                and (:level = '' or o.level = :level)
                and (:field = '' or exists
                  (select from organization_field f where f.organization_id = o.id and f.field = :field)))
            order by o.id
            limit :most
            """)
        .params(scope.parameters())
        .param("talk", talk.id())
        .param("theme", talk.theme().orElse(0L))
        .param("since", sql(talk, 1))
        .param("until", sql(talk, 0))
        .param("musts", plan.musts().toArray(Long[]::new))
        .params(
            Map.of(
                "region", (plan.region().isEmpty() ? "" : Regions.prefix(plan.region())) + "%",
                "kind", plan.kind().map(Kind::name).orElse(""),
                "level", plan.level().map(Level::name).orElse(""),
                "field", plan.field().map(Field::name).orElse("")))
        .param("most", MOST + 1)
        .query((row, n) -> member(row, musts))
        .list();
  }

  private OffsetDateTime sql(Talk talk, int yearsBefore) {
    return talk.startsAt().atZone(clock.getZone()).minusYears(yearsBefore).toOffsetDateTime();
  }

  private static PoolMember member(ResultSet row, Set<Long> musts) throws SQLException {
    var fields = row.getString("fields");
    return new PoolMember(
        row.getLong("id"),
        row.getString("name"),
        Kind.valueOf(row.getString("kind")),
        Level.valueOf(row.getString("level")),
        row.getString("region_code").substring(0, DISTRICT_DIGITS) + DISTRICT_ENDS,
        fields == null
            ? Set.of()
            : Arrays.stream(fields.split(",")).map(Field::valueOf).collect(Collectors.toSet()),
        row.getBoolean("stated"),
        row.getBoolean("supported"),
        row.getBoolean("kindred"),
        row.getInt("times"),
        musts.contains(row.getLong("id")));
  }
}
