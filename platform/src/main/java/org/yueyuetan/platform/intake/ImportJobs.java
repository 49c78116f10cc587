package org.yueyuetan.platform.intake;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of this room. A job that died with its process is run again by the next one. */
@Configuration(proxyBeanMethods = false)
class ImportJobs {

  private static final Duration KEPT = Duration.ofDays(7);

  @Bean
  OneTimeTask<Void> importJob(ImportWork work) {
    return Tasks.oneTime("import")
        .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(10)))
        .execute((instance, context) ->
            work.run(
                Long.parseLong(instance.getId()),
                () -> context.getSchedulerState().isShuttingDown()));
  }

  @Bean
  RecurringTask<Void> forgetImportsJob(ImportTable table) {
    return Tasks.recurring("forget-imports", FixedDelay.ofHours(6))
        .execute((instance, context) -> table.forget(KEPT));
  }
}
