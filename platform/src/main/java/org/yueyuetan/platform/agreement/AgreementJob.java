package org.yueyuetan.platform.agreement;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every morning: reminds of agreements that wait for an approval or a signature. */
@Configuration(proxyBeanMethods = false)
class AgreementJob {

  private static final LocalTime MORNING = LocalTime.of(8, 10);

  @Bean
  RecurringTask<Void> agreementReminders(Agreements agreements, Clock clock) {
    return Tasks.recurring("agreement-reminders", Schedules.daily(clock.getZone(), MORNING))
        .execute((task, context) -> agreements.remind());
  }
}
