package org.yueyuetan.platform.consensus;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open walls that there is something new (server-sent events), at most once a second.
 *
 * <p>It looks at what is committed rather than listening for what is going on: a vote that is taken
 * back with its transaction is never told, one that another node took is. One look serves all walls
 * of a talk; an open connection costs neither a thread nor a connection of the database. When
 * nobody watches, nobody looks.
 *
 * <p>A wall that lost its connection says on its return what it has seen last, and is told at once
 * if that is over. Each connection ends after a while, so that whoever may no longer watch does
 * not.
 */
@Component
class WallStream implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(WallStream.class);
  private static final Duration LOOKS = Duration.ofMillis(500);
  private static final Duration RETURNS = Duration.ofSeconds(1);
  private static final Duration BEATS = Duration.ofSeconds(10);
  private static final Duration LASTS = Duration.ofMinutes(10);

  private final Walls walls;
  private final Map<Long, Set<Watcher>> watchers = new ConcurrentHashMap<>();
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private volatile @Nullable ScheduledExecutorService clock;

  WallStream(Walls walls) {
    this.walls = walls;
  }

  /** An open connection. Only one thread at a time sends on it; a slow one misses a turn. */
  private static final class Watcher {
    private final SseEmitter emitter = new SseEmitter(0L);
    private final AtomicBoolean sending = new AtomicBoolean();
    private final long since = System.nanoTime();
    private volatile String told;
    private volatile long spoken = since;
    private volatile boolean gone;

    Watcher(String seen) {
      this.told = seen;
    }

    /** Says how soon to come back. */
    void greet() {
      send(SseEmitter.event().reconnectTime(RETURNS.toMillis()).comment("welcome"), since);
    }

    void turn(String state) {
      long now = System.nanoTime();
      if (now - since > LASTS.toNanos()) {
        emitter.complete();
      } else if (!told.equals(state)) {
        send(SseEmitter.event().id(state).name("changed").data(state), now);
        told = state;
      } else if (now - spoken > BEATS.toNanos()) {
        send(SseEmitter.event().comment("beat"), now);
      }
    }

    private void send(SseEmitter.SseEventBuilder event, long now) {
      try {
        emitter.send(event);
        spoken = now;
      } catch (IOException | IllegalStateException closed) {
        // The container notices too, and ends the request.
        gone = true;
      }
    }
  }

  /**
   * Opens a connection.
   *
   * @param seen the state that the wall shows
   */
  SseEmitter open(long talk, String seen) {
    var watcher = new Watcher(seen);
    if (!isRunning()) {
      watcher.emitter.complete();
      return watcher.emitter;
    }
    var all = watchers.computeIfAbsent(talk, none -> ConcurrentHashMap.newKeySet());
    watcher.emitter.onCompletion(() -> all.remove(watcher));
    watcher.greet();
    all.add(watcher);
    return watcher.emitter;
  }

  private void look() {
    watchers.forEach((talk, all) -> {
      if (!all.isEmpty()) {
        try {
          tell(all, walls.state(talk));
        } catch (RuntimeException failed) {
          LOG.warn("The wall of talk {} could not be looked at", talk, failed);
        }
      }
    });
  }

  private void tell(Set<Watcher> all, String state) {
    for (var watcher : all) {
      if (watcher.sending.compareAndSet(false, true)) {
        senders.execute(() -> {
          try {
            watcher.turn(state);
          } finally {
            watcher.sending.set(false);
            if (watcher.gone) {
              all.remove(watcher);
            }
          }
        });
      }
    }
  }

  @Override
  public void start() {
    var looking =
        Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("walls").factory());
    var _ =
        looking.scheduleWithFixedDelay(
            this::look, LOOKS.toMillis(), LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    clock = looking;
  }

  /** Before the web server waits for requests to end: these would not. */
  @Override
  public void stop() {
    var looking = clock;
    clock = null;
    if (looking != null) {
      looking.shutdownNow();
    }
    watchers.values().forEach(all -> all.forEach(watcher -> watcher.emitter.complete()));
  }

  @Override
  public boolean isRunning() {
    return clock != null;
  }
}
