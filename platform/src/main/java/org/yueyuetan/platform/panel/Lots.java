package org.yueyuetan.platform.panel;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.yueyuetan.engine.panel.Answer;
import org.yueyuetan.engine.panel.Convener;
import org.yueyuetan.engine.panel.Convening;

/**
 * Computes lotteries beside the requests, two at a time, and gives up after a while: no plan of
 * quotas can make the platform hang.
 */
@Component
class Lots implements DisposableBean {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int AT_ONCE = 2;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().daemon().name("lots-", 1).factory());

  /**
   * The fairest lottery, or the smallest relaxation.
   *
   * @throws TooIntricate when it takes too long
   */
  Answer answer(Convening convening) {
    var work = threads.submit(() -> Convener.convene(convening));
    try {
      return work.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooLong) {
      throw new TooIntricate("not computed within " + LIMIT);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IllegalArgumentException notFound) {
        throw new TooIntricate(String.valueOf(notFound.getMessage()));
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new TooIntricate("interrupted");
    } finally {
      work.cancel(true);
    }
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
