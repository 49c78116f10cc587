package org.yueyuetan.platform.panel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Computes beside the requests, and keeps what came of it: whoever asks for the same while it is
 * computed or afterwards shares it, so that a page may be left and the result found again.
 */
final class Background<K, V> implements AutoCloseable {

  private final ExecutorService threads;
  private final int most;
  private final Map<K, Future<V>> kept = new LinkedHashMap<>();

  /**
   * @param atOnce how many are computed at the same time
   * @param most how many results are kept; those asked for longest ago go first
   */
  Background(String name, int atOnce, int most) {
    this.threads =
        Executors.newFixedThreadPool(
            atOnce, Thread.ofPlatform().daemon().name(name + "-", 1).factory());
    this.most = most;
  }

  /** What is being computed or was, computed from now on if it never was. */
  synchronized Future<V> of(K key, Callable<V> work) {
    var before = kept.remove(key);
    var found = before == null || before.isCancelled() ? threads.submit(work) : before;
    if (kept.size() >= most) {
      kept.entrySet().stream()
          .filter(each -> each.getValue().isDone())
          .map(Map.Entry::getKey)
          .findFirst()
          .ifPresent(kept::remove);
    }
    kept.put(key, found);
    return found;
  }

  synchronized boolean isComputing(K key) {
    var found = kept.get(key);
    return found != null && !found.isDone();
  }

  /** Whether anything else than this is being computed. */
  synchronized boolean isBusyBeside(K key) {
    return kept.entrySet().stream()
        .anyMatch(each -> !each.getKey().equals(key) && !each.getValue().isDone());
  }

  synchronized void giveUp(K key) {
    var found = kept.get(key);
    if (found != null) {
      found.cancel(true);
    }
  }

  /**
   * The result, as soon as it is there.
   *
   * @return empty when it takes longer than the person is patient
   * @throws TooIntricate when nothing can be found with all the work that is allowed
   */
  static <V> Optional<V> await(Future<V> work, Duration patience) {
    try {
      return Optional.of(work.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException stillComputing) {
      return Optional.empty();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IllegalArgumentException notFound) {
        throw new TooIntricate(String.valueOf(notFound.getMessage()));
      }
      if (failed.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    synchronized (this) {
      new ArrayList<>(kept.values()).forEach(each -> each.cancel(true));
    }
  }
}
