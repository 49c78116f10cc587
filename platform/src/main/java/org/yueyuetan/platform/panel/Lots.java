package org.yueyuetan.platform.panel;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.yueyuetan.engine.panel.Answer;
import org.yueyuetan.engine.panel.Convener;
import org.yueyuetan.engine.panel.Convening;

/**
 * Computes lotteries beside the requests, two at a time, and gives up after a while: no plan of
 * quotas can make the platform hang. What doubters ask for has a thread of its own, so that nobody
 * keeps staff from drawing.
 */
@Component
class Lots implements DisposableBean {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int AT_ONCE = 2;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().daemon().name("lots-", 1).factory());
  private final ExecutorService aside =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("lots-again").factory());

  /**
   * The fairest lottery, or the smallest relaxation.
   *
   * @throws TooIntricate when it takes too long
   */
  Answer answer(Convening convening) {
    return await(threads.submit(() -> Convener.convene(convening)));
  }

  /**
   * The same, for doubters.
   *
   * @throws TooIntricate when it takes too long
   */
  Answer again(Convening convening) {
    return await(aside.submit(() -> Convener.convene(convening)));
  }

  private static Answer await(Future<Answer> work) {
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
    aside.shutdownNow();
  }
}
