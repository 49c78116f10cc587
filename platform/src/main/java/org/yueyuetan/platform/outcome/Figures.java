package org.yueyuetan.platform.outcome;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Scope;

/**
 * The figures (数据): each is the number of rows of the view {@code figure_row} under its key that
 * the person may see, and opens to exactly these rows.
 */
@Component
public class Figures {

  /** In the order in which they are shown. */
  public static final List<String> KEYS =
      List.of(
          "organizations",
          "needs",
          "offers",
          "supports",
          "talks",
          "attendances",
          "opinions",
          "answeredOpinions",
          "grantedOpinions",
          "overdueOpinions",
          "satisfiedOpinions",
          "unsatisfiedOpinions",
          "adoptedOpinions",
          "policies",
          "projects",
          "intents",
          "agreements",
          "electronicAgreements",
          "paperAgreements",
          "keptMilestones",
          "overdueMilestones",
          "deliveries",
          "overdueDeliveries",
          "fulfilledAgreements",
          "terminatedAgreements",
          "answeredNeeds",
          "keptCommitments",
          "openCommitments",
          "overdueCommitments");

  private final JdbcClient jdbc;
  private final Clock clock;

  Figures(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public List<Figure> all(Scope scope) {
    return of(KEYS, scope, Period.ALL);
  }

  public List<Figure> all(Scope scope, Period period) {
    return of(KEYS, scope, period);
  }

  /** Some of the figures, in this order; the others are not counted. */
  public List<Figure> of(List<String> keys, Scope scope, Period period) {
    Map<String, Long> counted =
        jdbc
            .sql(
                """
                select f.figure, count(*) as value from figure_row f
                where f.figure in (:keys)
                  and (f.region_code like :scopeRegion or f.organization_id = :scopeOrganization
                       or f.shared and :scopeShared or f.published and :scopePublished)
                  and (f.due is null or f.due < :today) and (:ever or f.at >= :from and f.at < :until)
                group by f.figure
                """)
            .params(scope.parameters())
            .param("keys", keys)
            .param("today", Date.valueOf(LocalDate.now(clock)))
            .param("ever", period.isAll())
            .param("from", period.sqlFrom())
            .param("until", period.sqlUntil())
            .query((row, n) -> Map.entry(row.getString("figure"), row.getLong("value")))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return keys.stream().map(key -> new Figure(key, counted.getOrDefault(key, 0L))).toList();
  }

  /** A year's figures month by month; a figure without rows in a month is left out of it. */
  public Map<YearMonth, Map<String, Long>> months(Scope scope, Year year) {
    var period = Period.of(year, clock.getZone());
    var months = new TreeMap<YearMonth, Map<String, Long>>();
    jdbc.sql(
            """
            select extract(month from f.at at time zone :zone)::int as month, f.figure, count(*) as value
            from figure_row f
            where (f.region_code like :scopeRegion or f.organization_id = :scopeOrganization
                   or f.shared and :scopeShared or f.published and :scopePublished)
              and (f.due is null or f.due < :today) and f.at >= :from and f.at < :until
            group by 1, 2
            """)
        .params(scope.parameters())
        .param("zone", clock.getZone().getId())
        .param("today", Date.valueOf(LocalDate.now(clock)))
        .param("from", period.sqlFrom())
        .param("until", period.sqlUntil())
        .query(row -> {
          months
              .computeIfAbsent(year.atMonth(row.getInt("month")), month -> new TreeMap<>())
              .put(row.getString("figure"), row.getLong("value"));
        });
    return months;
  }

  /**
   * The rows that a figure counts, newest first; a page of {@code limit} after the row {@code
   * after}.
   */
  public List<FigureRow> rows(
      Scope scope, String key, Period period, Optional<Long> after, int limit) {
    return jdbc.sql(
            """
            select f.id, f.kind, f.thing_id, f.title, f.at,
                   coalesce(f.detail, (select o.name from organization o where o.id = f.organization_id)) as detail
            from figure_row f
            where f.figure = :key
              and (f.region_code like :scopeRegion or f.organization_id = :scopeOrganization
                   or f.shared and :scopeShared or f.published and :scopePublished)
              and (f.due is null or f.due < :today) and (:ever or f.at >= :from and f.at < :until)
              and f.id < :after
            order by f.id desc limit :limit
            """)
        .params(scope.parameters())
        .param("key", key)
        .param("today", Date.valueOf(LocalDate.now(clock)))
        .param("ever", period.isAll())
        .param("from", period.sqlFrom())
        .param("until", period.sqlUntil())
        .param("after", after.orElse(Long.MAX_VALUE))
        .param("limit", limit)
        .query((row, n) ->
            new FigureRow(
                row.getLong("id"),
                new Thing.Ref(
                    ThingKind.of(row.getString("kind")).orElseThrow(), row.getLong("thing_id")),
                row.getString("title"),
                row.getString("detail"),
                row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
