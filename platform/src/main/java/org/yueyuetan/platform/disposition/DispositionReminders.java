package org.yueyuetan.platform.disposition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;

/**
 * Reminds of answers twice: the department some days before the date, and department and bureau
 * when it has passed. Who has several to think of gets one message.
 */
@Component
class DispositionReminders {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Settings settings;
  private final Register register;
  private final Departments departments;
  private final Tidings tidings;

  DispositionReminders(
      JdbcClient jdbc,
      Clock clock,
      Settings settings,
      Register register,
      Departments departments,
      Tidings tidings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
    this.register = register;
    this.departments = departments;
    this.tidings = tidings;
  }

  /** What the same people hear of one department in one message. */
  private record Bundle(Department department, boolean late, Set<Long> readers) {}

  /**
   * Sends what is due today. Running it again the same day sends nothing more.
   *
   * @return how many answers were called to mind
   */
  @Transactional
  int remind() {
    var today = LocalDate.now(clock);
    var due = claim(today);
    var bundles = new LinkedHashMap<Bundle, List<Matter>>();
    due.stream()
        .flatMap(opinion -> register.whatever(opinion).stream())
        .sorted(
            Comparator.comparing((Matter matter) -> matter.disposition().orElseThrow().due())
                .thenComparingLong(Matter::id))
        .forEach(matter ->
            bundles.computeIfAbsent(bundle(matter, today), b -> new ArrayList<>()).add(matter));
    bundles.forEach((bundle, matters) ->
        tidings.remind(bundle.readers(), bundle.late(), bundle.department().name(), matters));
    return due.size();
  }

  /** Marking and choosing are one statement, so that two nodes do not remind twice. */
  private List<Long> claim(LocalDate today) {
    return jdbc.sql(
            """
            update disposition
            set reminded_on = :today
            where status in ('ASSIGNED', 'RETURNED', 'REOPENED')
              and exists (select from opinion o where o.id = opinion_id and o.status = 'ACCEPTED')
              and (due < :today and (reminded_on is null or reminded_on <= due)
                   or due >= :today and due - :days <= :today and reminded_on is null)
            returning opinion_id
            """)
        .param("today", Rows.sql(today))
        .param("days", settings.number(Setting.REMINDER_DAYS))
        .query(Long.class)
        .list();
  }

  /** What was returned is nobody's but the bureau's to settle. */
  private Bundle bundle(Matter matter, LocalDate today) {
    var disposition = matter.disposition().orElseThrow();
    var readers = new LinkedHashSet<Long>();
    if (disposition.status() != DispositionStatus.RETURNED) {
      readers.addAll(departments.people(matter, disposition.to()));
    }
    var late = disposition.isLate(today);
    if (late || readers.isEmpty()) {
      readers.addAll(departments.staff(matter));
    }
    return new Bundle(disposition.to(), late, readers);
  }
}
