package org.yueyuetan.platform.notice;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The clockwork of jobs. Each room adds its own as a bean of type {@code RecurringTask}; on several
 * nodes, one runs it.
 *
 * <p>Jobs are woken by the machine's time, because a heartbeat must not jump; what they do goes by
 * the platform's clock, so each asks it what is due and bears being woken too often.
 */
@Configuration(proxyBeanMethods = false)
class Jobs {

  private static final int PAUSE_SECONDS = 10;

  @Bean
  RecurringTask<Void> mailJob(Delivery delivery) {
    return Tasks.recurring("mail", FixedDelay.ofSeconds(PAUSE_SECONDS))
        .execute((instance, context) -> delivery.run());
  }

  @Bean
  DbSchedulerCustomizer virtualThreads() {
    return new DbSchedulerCustomizer() {
      @Override
      public Optional<ExecutorService> executorService() {
        return Optional.of(
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("job-", 0).factory()));
      }
    };
  }
}
