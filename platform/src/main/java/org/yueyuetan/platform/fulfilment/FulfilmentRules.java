package org.yueyuetan.platform.fulfilment;

import static org.yueyuetan.platform.account.Role.AUDITOR;
import static org.yueyuetan.platform.account.Role.ORGANIZER;
import static org.yueyuetan.platform.account.Role.REPRESENTATIVE;
import static org.yueyuetan.platform.account.Rule.get;
import static org.yueyuetan.platform.account.Rule.post;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yueyuetan.platform.account.Rule;

/** Who may use the pages of fulfilment, and when promises are called to mind. */
@Configuration
class FulfilmentRules {

  private static final LocalTime MORNING = LocalTime.of(8, 20);

  @Bean
  Rule.Rules fulfilment() {
    var base = "/agreements/{id}/fulfilment";
    return () ->
        List.of(
            get("/fulfilment").anyone(),
            get(base).anyone(),
            get(base + "/milestones/{milestone}", REPRESENTATIVE),
            post(base + "/milestones/{milestone}", REPRESENTATIVE),
            get(base + "/amounts/{amount}", REPRESENTATIVE),
            post(base + "/amounts/{amount}", REPRESENTATIVE),
            get(base + "/reports/{report}", ORGANIZER, AUDITOR, REPRESENTATIVE),
            post(base + "/reports/{report}", ORGANIZER, REPRESENTATIVE),
            get(base + "/evidence/{evidence}", ORGANIZER, AUDITOR, REPRESENTATIVE),
            get(base + "/milestones/{milestone}/change", REPRESENTATIVE),
            post(base + "/milestones/{milestone}/change", REPRESENTATIVE),
            get(base + "/amounts/{amount}/change", REPRESENTATIVE),
            post(base + "/amounts/{amount}/change", REPRESENTATIVE),
            get(base + "/end", REPRESENTATIVE),
            post(base + "/end", REPRESENTATIVE),
            post(base + "/changes/{change}/agree", ORGANIZER, REPRESENTATIVE),
            post(base + "/changes/{change}/refuse", REPRESENTATIVE),
            post(base + "/changes/{change}/withdraw", REPRESENTATIVE),
            post(base + "/ratings", REPRESENTATIVE),
            post(base + "/answer", ORGANIZER));
  }

  /** Before the first hour of work, so that a mail is read the same day. */
  @Bean
  RecurringTask<Void> fulfilmentReminders(Reminders reminders, Clock clock) {
    return Tasks.recurring("fulfilment-reminders", Schedules.daily(clock.getZone(), MORNING))
        .execute((task, context) -> reminders.remind());
  }
}
