package org.yueyuetan.platform.policy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every morning: ends rounds of comments whose last day has passed, tells of trials that end. */
@Configuration(proxyBeanMethods = false)
class ReviewJob {

  private static final LocalTime MORNING = LocalTime.of(8, 0);

  @Bean
  RecurringTask<Void> policyReviews(Policies policies, Clock clock) {
    return Tasks.recurring("policy-reviews", Schedules.daily(clock.getZone(), MORNING))
        .execute((task, context) -> policies.remind());
  }
}
