package org.yueyuetan.platform.theme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yueyuetan.platform.organization.Field;

/** Months, their themes and the needs these gather, in the database. */
@Repository
class ThemeRows {

  private final JdbcClient jdbc;

  ThemeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  // --- months ---

  /** A month as stored; the date may have passed meanwhile, see {@link Themes}. */
  record Month(YearMonth month, MonthStatus status, Optional<LocalDate> closesOn, int version) {}

  Optional<Month> month(YearMonth month) {
    return jdbc.sql(
            "select month, status, closes_on, version from theme_month where month = :month")
        .param("month", month.atDay(1))
        .query((row, n) -> month(row))
        .optional();
  }

  List<Month> months(YearMonth first, YearMonth last) {
    return jdbc.sql(
            """
            select month, status, closes_on, version from theme_month
            where month between :first and :last order by month
            """)
        .param("first", first.atDay(1))
        .param("last", last.atDay(1))
        .query((row, n) -> month(row))
        .list();
  }

  /**
   * The month, made if need be, held until the transaction ends: changes to its themes wait for
   * each other.
   */
  Month hold(YearMonth month) {
    jdbc.sql(
            """
            insert into theme_month (month, status) values (:month, 'GATHERING') on conflict (month) do nothing
            """)
        .param("month", month.atDay(1))
        .update();
    return jdbc.sql(
            """
            select month, status, closes_on, version from theme_month where month = :month for update
            """)
        .param("month", month.atDay(1))
        .query((row, n) -> month(row))
        .single();
  }

  void moveMonth(YearMonth month, MonthStatus status, Optional<LocalDate> closesOn) {
    jdbc.sql(
            """
            update theme_month set status = :status, closes_on = :closesOn, version = version + 1
            where month = :month
            """)
        .param("month", month.atDay(1))
        .param("status", status.name())
        .param("closesOn", closesOn.orElse(null))
        .update();
  }

  void touchMonth(YearMonth month) {
    jdbc.sql("update theme_month set version = version + 1 where month = :month")
        .param("month", month.atDay(1))
        .update();
  }

  /** By month, how many organizations approve at least one of its themes. */
  Map<YearMonth, Integer> voters(YearMonth first, YearMonth last) {
    return jdbc
        .sql(
            """
            select t.month, count(distinct a.organization_id) as voters
            from theme_approval a join theme t on t.id = a.theme_id
            where t.month between :first and :last and t.status in ('CANDIDATE', 'CHOSEN', 'NOT_CHOSEN')
            group by t.month
            """)
        .param("first", first.atDay(1))
        .param("last", last.atDay(1))
        .query((row, n) ->
            Map.entry(
                YearMonth.from(row.getObject("month", LocalDate.class)), row.getInt("voters")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  // --- themes ---

  Optional<Theme> find(long id) {
    return jdbc.sql(
            """
            select t.*,
                   (select count(*) from theme_need tn where tn.theme_id = t.id) as needs,
                   (select count(*) from theme_approval a where a.theme_id = t.id) as approvals
            from theme t where t.id = :id
            """)
        .param("id", id)
        .query((row, n) -> theme(row))
        .optional();
  }

  /** Candidates of the months, or after the choice all that stood to choice; in their order. */
  List<Theme> themes(YearMonth first, YearMonth last) {
    return jdbc.sql(
            """
            select t.*,
                   (select count(*) from theme_need tn where tn.theme_id = t.id) as needs,
                   (select count(*) from theme_approval a where a.theme_id = t.id) as approvals
            from theme t
            where t.month between :first and :last and t.status in ('CANDIDATE', 'CHOSEN', 'NOT_CHOSEN')
            order by t.month, t.position, t.id
            """)
        .param("first", first.atDay(1))
        .param("last", last.atDay(1))
        .query((row, n) -> theme(row))
        .list();
  }

  long add(YearMonth month, ThemeDraft draft, Instant at) {
    return jdbc.sql(
            """
            insert into theme (month, title, question, field, status, position, created_at)
            values (:month, :title, :question, :field, 'CANDIDATE',
                    (select coalesce(max(position), 0) + 1 from theme where month = :month), :at)
            returning id
            """)
        .param("month", month.atDay(1))
        .param("title", draft.title())
        .param("question", draft.question())
        .param("field", draft.field().name())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  boolean change(long id, ThemeDraft draft, int version) {
    return jdbc.sql(
                """
                update theme set title = :title, question = :question, field = :field, version = version + 1
                where id = :id and version = :version
                """)
            .param("id", id)
            .param("title", draft.title())
            .param("question", draft.question())
            .param("field", draft.field().name())
            .param("version", version)
            .update()
        == 1;
  }

  void end(long id, ThemeStatus status, Optional<Long> mergedInto) {
    jdbc.sql(
            """
            update theme set status = :status, merged_into = :into, version = version + 1 where id = :id
            """)
        .param("id", id)
        .param("status", status.name())
        .param("into", mergedInto.orElse(null))
        .update();
  }

  void touch(long id) {
    jdbc.sql("update theme set version = version + 1 where id = :id").param("id", id).update();
  }

  void endOthers(YearMonth month, long chosen) {
    jdbc.sql(
            """
            update theme set status = 'NOT_CHOSEN', version = version + 1
            where month = :month and status = 'CANDIDATE' and id <> :chosen
            """)
        .param("month", month.atDay(1))
        .param("chosen", chosen)
        .update();
  }

  // --- the needs they gather ---

  List<Long> needsOf(long theme) {
    return jdbc.sql("select need_id from theme_need where theme_id = :theme order by need_id")
        .param("theme", theme)
        .query(Long.class)
        .list();
  }

  /** Needs in candidates of the month. */
  Set<Long> gathered(YearMonth month) {
    return Set.copyOf(
        jdbc.sql(
                """
                select tn.need_id from theme_need tn join theme t on t.id = tn.theme_id
                where t.month = :month and t.status = 'CANDIDATE'
                """)
            .param("month", month.atDay(1))
            .query(Long.class)
            .list());
  }

  /** A theme and its accepted needs: what staff put together. */
  record Gathering(YearMonth month, long theme, String title, boolean current, List<Long> needs) {}

  /** Candidates of the month, then themes of earlier months that were not chosen, newest first. */
  List<Gathering> gatherings(YearMonth month) {
    return jdbc.sql(
            """
            select t.month, t.id, t.title, t.status, array_agg(n.id order by n.id) as needs
            from theme t join theme_need tn on tn.theme_id = t.id join need n on n.id = tn.need_id
            where n.status = 'ACCEPTED'
              and (t.month = :month and t.status = 'CANDIDATE' or t.month < :month and t.status = 'NOT_CHOSEN')
            group by t.id
            order by t.month desc, t.position, t.id
            """)
        .param("month", month.atDay(1))
        .query((row, n) ->
            new Gathering(
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getLong("id"),
                row.getString("title"),
                row.getString("status").equals("CANDIDATE"),
                List.of((Long[]) row.getArray("needs").getArray())))
        .list();
  }

  /** A need that staff took out of a candidate of the month. */
  record Removal(long theme, long need) {}

  List<Removal> removals(YearMonth month) {
    return jdbc.sql(
            """
            select r.theme_id, r.need_id from theme_removal r join theme t on t.id = r.theme_id
            where t.month = :month and t.status = 'CANDIDATE'
            order by r.theme_id, r.need_id
            """)
        .param("month", month.atDay(1))
        .query((row, n) -> new Removal(row.getLong("theme_id"), row.getLong("need_id")))
        .list();
  }

  /** Remembers, until the need is added again, that staff did not want it there. */
  void remember(long theme, Collection<Long> removed) {
    jdbc.sql(
            """
            insert into theme_removal (theme_id, need_id)
            select :theme, unnest(:needs) on conflict do nothing
            """)
        .param("theme", theme)
        .param("needs", removed.toArray(Long[]::new))
        .update();
  }

  void addNeeds(long theme, Collection<Long> needs) {
    jdbc.sql(
            """
            insert into theme_need (theme_id, need_id) select :theme, unnest(:needs) on conflict do nothing
            """)
        .param("theme", theme)
        .param("needs", needs.toArray(Long[]::new))
        .update();
    jdbc.sql("delete from theme_removal where theme_id = :theme and need_id = any (:needs)")
        .param("theme", theme)
        .param("needs", needs.toArray(Long[]::new))
        .update();
  }

  int removeNeeds(long theme, Collection<Long> needs) {
    return jdbc.sql("delete from theme_need where theme_id = :theme and need_id = any (:needs)")
        .param("theme", theme)
        .param("needs", needs.toArray(Long[]::new))
        .update();
  }

  void removeAllNeeds(long theme) {
    jdbc.sql("delete from theme_need where theme_id = :theme").param("theme", theme).update();
  }

  /** Candidates, in months not yet decided, that gather the need. */
  List<Long> candidatesWith(long need) {
    return jdbc.sql(
            """
            select t.id from theme_need tn join theme t on t.id = tn.theme_id
            where tn.need_id = :need and t.status = 'CANDIDATE' order by t.id
            """)
        .param("need", need)
        .query(Long.class)
        .list();
  }

  /**
   * A need that went back among the accepted ones is no longer part of the theme that had taken it
   * up.
   */
  void releaseFromChosen(long need) {
    jdbc.sql(
            """
            delete from theme_need tn using theme t
            where t.id = tn.theme_id and tn.need_id = :need and t.status = 'CHOSEN'
            """)
        .param("need", need)
        .update();
  }

  // --- approvals ---

  Set<Long> approvedBy(YearMonth month, long organization) {
    return Set.copyOf(
        jdbc.sql(
                """
                select a.theme_id from theme_approval a join theme t on t.id = a.theme_id
                where t.month = :month and a.organization_id = :organization
                """)
            .param("month", month.atDay(1))
            .param("organization", organization)
            .query(Long.class)
            .list());
  }

  void approve(
      YearMonth month, Collection<Long> themes, long organization, long account, Instant at) {
    jdbc.sql(
            """
            delete from theme_approval a using theme t
            where t.id = a.theme_id and t.month = :month and a.organization_id = :organization
              and a.theme_id <> all (:themes)
            """)
        .param("month", month.atDay(1))
        .param("organization", organization)
        .param("themes", themes.toArray(Long[]::new))
        .update();
    jdbc.sql(
            """
            insert into theme_approval (theme_id, organization_id, account_id, at)
            select unnest(:themes), :organization, :account, :at
            on conflict do nothing
            """)
        .param("themes", themes.toArray(Long[]::new))
        .param("organization", organization)
        .param("account", account)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Whoever approved one of two merged candidates approves what they became. */
  void moveApprovals(long from, long into) {
    jdbc.sql(
            """
            insert into theme_approval (theme_id, organization_id, account_id, at)
            select :into, organization_id, account_id, at from theme_approval where theme_id = :from
            on conflict do nothing
            """)
        .param("from", from)
        .param("into", into)
        .update();
    removeApprovals(from);
  }

  void removeApprovals(long theme) {
    jdbc.sql("delete from theme_approval where theme_id = :theme").param("theme", theme).update();
  }

  /**
   * By month, the approvals of each organization, organizations and themes in order of their ids.
   */
  Map<YearMonth, List<Ballot.Vote>> votes(YearMonth first, YearMonth last) {
    record Row(YearMonth month, long organization, long theme) {}
    return jdbc
        .sql(
            """
            select t.month, a.organization_id, a.theme_id
            from theme_approval a join theme t on t.id = a.theme_id
            where t.month between :first and :last and t.status in ('CANDIDATE', 'CHOSEN', 'NOT_CHOSEN')
            order by t.month, a.organization_id, a.theme_id
            """)
        .param("first", first.atDay(1))
        .param("last", last.atDay(1))
        .query((row, n) ->
            new Row(
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getLong("organization_id"),
                row.getLong("theme_id")))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Row::month,
                TreeMap::new,
                Collectors.collectingAndThen(
                    Collectors.groupingBy(
                        Row::organization,
                        TreeMap::new,
                        Collectors.mapping(Row::theme, Collectors.toList())),
                    byOrganization ->
                        byOrganization.entrySet().stream()
                            .map(vote -> new Ballot.Vote(vote.getKey(), vote.getValue()))
                            .toList())));
  }

  /** The decided months in which an organization answered, and whether it was served. */
  SequencedMap<YearMonth, Boolean> turns(long organization, YearMonth first, YearMonth last) {
    var turns = new LinkedHashMap<YearMonth, Boolean>();
    jdbc.sql(
            """
            select c.month, bool_or(a.theme_id = c.theme_id) as served
            from theme_choice c
            join theme t on t.month = c.month and t.status in ('CHOSEN', 'NOT_CHOSEN')
            join theme_approval a on a.theme_id = t.id and a.organization_id = :organization
            where c.month between :first and :last
            group by c.month
            order by c.month
            """)
        .param("organization", organization)
        .param("first", first.atDay(1))
        .param("last", last.atDay(1))
        .query((row, n) ->
            turns.put(
                YearMonth.from(row.getObject("month", LocalDate.class)), row.getBoolean("served")))
        .list();
    return turns;
  }

  private static Month month(ResultSet row) throws SQLException {
    return new Month(
        YearMonth.from(row.getObject("month", LocalDate.class)),
        MonthStatus.valueOf(row.getString("status")),
        Optional.ofNullable(row.getObject("closes_on", LocalDate.class)),
        row.getInt("version"));
  }

  private static Theme theme(ResultSet row) throws SQLException {
    return new Theme(
        row.getLong("id"),
        YearMonth.from(row.getObject("month", LocalDate.class)),
        row.getString("title"),
        row.getString("question"),
        Field.valueOf(row.getString("field")),
        ThemeStatus.valueOf(row.getString("status")),
        row.getInt("position"),
        row.getInt("needs"),
        row.getInt("approvals"),
        row.getTimestamp("created_at").toInstant(),
        row.getInt("version"));
  }
}
