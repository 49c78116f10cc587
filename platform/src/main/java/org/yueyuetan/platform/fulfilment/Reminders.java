package org.yueyuetan.platform.fulfilment;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;

/**
 * Reminds of what is to be done: some days before its date and when that has passed, whoever has to
 * do it, and of what is late staff too; and of reports that have waited for some days, the other
 * side. Everybody gets one message a day, however much there is.
 */
@Component
class Reminders {

  /**
   * Something to think of.
   *
   * @param organizations whose speakers have to; the bureau where nobody speaks for them
   * @param what LATE also goes to staff of the region
   */
  private record Call(List<Long> organizations, String region, Digest what) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Settings settings;
  private final Tidings tidings;

  Reminders(JdbcClient jdbc, Clock clock, Settings settings, Tidings tidings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
    this.tidings = tidings;
  }

  /**
   * Sends what is due today. Running it again the same day sends nothing more.
   *
   * @return how many people were written to
   */
  @Transactional
  int remind() {
    var today = LocalDate.now(clock);
    var calls = new ArrayList<Call>();
    calls.addAll(claim("fulfilment_milestone", "MILESTONE", today));
    calls.addAll(claim("fulfilment_amount", "AMOUNT", today));
    calls.addAll(claimReports(today));
    var digests = new TreeMap<Long, Digest>();
    for (var call : calls) {
      readers(call).forEach(reader -> digests.merge(reader, call.what(), Digest::plus));
    }
    digests.forEach(tidings::digest);
    return digests.size();
  }

  private Collection<Long> readers(Call call) {
    var speakers = tidings.speakers(call.organizations());
    var readers = new ArrayList<>(speakers);
    if (call.what().late() > 0 || speakers.isEmpty()) {
      readers.addAll(tidings.staff(call.region()));
    }
    return readers.stream().distinct().toList();
  }

  /** Marking and choosing are one statement, so that two nodes do not remind twice. */
  private List<Call> claim(String table, String what, LocalDate today) {
    var sql =
        """
        update %s t
        set reminded_on = :today
        from fulfilment_due d join agreement a on a.id = d.agreement_id
        where d.what = :what and d.id = t.id
          and (d.due < :today and (t.reminded_on is null or t.reminded_on <= d.due)
               or d.due >= :today and d.due - :days <= :today and t.reminded_on is null)
        returning t.organization_id, a.region_code, d.due < :today as late
        """
            .formatted(table);
    return jdbc.sql(sql)
        .params(Map.of("today", Date.valueOf(today), "what", what))
        .param("days", settings.number(Setting.REMINDER_DAYS))
        .query((row, n) ->
            new Call(
                List.of(row.getLong("organization_id")),
                row.getString("region_code"),
                row.getBoolean("late") ? Digest.LATE : Digest.SOON))
        .list();
  }

  private List<Call> claimReports(LocalDate today) {
    return jdbc.sql(
            """
            update fulfilment_report r
            set reminded_on = :today
            from agreement a
            where a.id = r.agreement_id and r.status = 'WAITING'
              and coalesce(r.reminded_on, cast(r.reported_at at time zone :zone as date)) <= cast(:today as date) - :days
            returning a.region_code,
              array(select p.organization_id from agreement_party p join organization o on o.id = p.organization_id
                    where p.agreement_id = r.agreement_id and p.organization_id <> r.organization_id and o.active) as others
            """)
        .param("today", Date.valueOf(today))
        .param("zone", clock.getZone().getId())
        .param("days", settings.number(Setting.REMINDER_DAYS))
        .query((row, n) ->
            new Call(
                List.of((Long[]) row.getArray("others").getArray()),
                row.getString("region_code"),
                Digest.WAITING))
        .list();
  }
}
