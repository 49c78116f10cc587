package org.yueyuetan.platform.disposition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;

/**
 * Reminds of answers twice: the department some days before the date, and department and bureau
 * when it has passed. Who has several to think of gets one message a day.
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

  /** Those who hear of answers that stand alike. */
  private record Circle(Department department, Department host, boolean returned, boolean late) {}

  /**
   * Sends what is due today: to each person one message, however many answers there are. Running it
   * again the same day sends nothing more.
   *
   * @return how many answers were called to mind
   */
  @Transactional
  int remind() {
    var today = LocalDate.now(clock);
    var due = register.open(claim(today));
    var circles = new HashMap<Circle, Set<Long>>();
    var digests = new TreeMap<Long, List<Matter>>();
    for (var matter : due) {
      circles
          .computeIfAbsent(circle(matter, today), circle -> readers(matter, circle))
          .forEach(reader -> digests.computeIfAbsent(reader, r -> new ArrayList<>()).add(matter));
    }
    digests.forEach((reader, matters) -> tidings.remind(reader, matters, today));
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

  private static Circle circle(Matter matter, LocalDate today) {
    var disposition = matter.disposition().orElseThrow();
    return new Circle(
        disposition.to(),
        matter.host(),
        disposition.status() == DispositionStatus.RETURNED,
        disposition.isLate(today));
  }

  /** What was returned is nobody's but the bureau's to settle. */
  private Set<Long> readers(Matter matter, Circle circle) {
    var readers = new LinkedHashSet<Long>();
    if (!circle.returned()) {
      readers.addAll(departments.people(matter, circle.department()));
    }
    if (circle.late() || readers.isEmpty()) {
      readers.addAll(departments.staff(matter));
    }
    return readers;
  }
}
