package org.yueyuetan.platform.disposition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;

/**
 * Reminds of answers twice: the department some days before the date, and department and bureau
 * when it has passed.
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

  /**
   * Sends what is due today. Running it again the same day sends nothing more.
   *
   * @return how many answers were called to mind
   */
  @Transactional
  int remind() {
    var today = LocalDate.now(clock);
    var due = claim(today);
    due.forEach(opinion -> register.whatever(opinion).ifPresent(matter -> tell(matter, today)));
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
  private void tell(Matter matter, LocalDate today) {
    matter
        .disposition()
        .ifPresent(disposition -> {
          var readers = new LinkedHashSet<Long>();
          if (disposition.status() != DispositionStatus.RETURNED) {
            readers.addAll(departments.people(matter, disposition.department()));
          }
          var late = disposition.isLate(today);
          if (late || readers.isEmpty()) {
            readers.addAll(departments.staff(matter));
          }
          tidings.to(
              readers,
              late ? "overdue" : "approaching",
              matter,
              disposition.department(),
              disposition.due().toString());
        });
  }
}
