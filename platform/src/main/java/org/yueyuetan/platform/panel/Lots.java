package org.yueyuetan.platform.panel;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.yueyuetan.engine.panel.Answer;
import org.yueyuetan.engine.panel.Convener;
import org.yueyuetan.engine.panel.Convening;

/**
 * Computes lotteries beside the requests, two at a time. The engine bounds its own work, so that no
 * plan of quotas can keep a thread for long.
 */
@Component
class Lots implements DisposableBean {

  private static final int AT_ONCE = 2;
  private static final int KEPT = 8;

  /** Longer than the engine's bounded work takes on any computer. */
  static final Duration LONG = Duration.ofMinutes(30);

  private final Background<Convening, Answer> computed = new Background<>("lots", AT_ONCE, KEPT);
  private final Map<Asker, Convening> latest = new HashMap<>();

  /** Somebody who tries plans for a talk: only the last one matters. */
  record Asker(long talk, long person) {}

  /**
   * The fairest lottery, or the smallest relaxation. What the same person tried before for the same
   * talk is given up, unless somebody else waits for it.
   *
   * @return empty while it is being computed: ask again
   * @throws TooIntricate when nothing can be found with the work that is allowed
   */
  Optional<Answer> answer(Asker asker, Convening convening, Duration patience) {
    synchronized (latest) {
      var before = Optional.ofNullable(latest.put(asker, convening));
      before.filter(each -> !latest.containsValue(each)).ifPresent(computed::giveUp);
      latest.values().removeIf(each -> !each.equals(convening) && !computed.isComputing(each));
    }
    try {
      return Background.await(computed.of(convening, () -> Convener.convene(convening)), patience);
    } catch (CancellationException triedAnotherPlan) {
      return Optional.empty();
    }
  }

  /**
   * The same, however long it takes.
   *
   * @throws TooIntricate when nothing can be found with the work that is allowed
   */
  Answer answer(Convening convening) {
    while (true) {
      try {
        return Background.await(computed.of(convening, () -> Convener.convene(convening)), LONG)
            .orElseThrow();
      } catch (CancellationException whoTriedItGaveUp) {
        // Computed again for whoever waits here.
      }
    }
  }

  @Override
  public void destroy() {
    computed.close();
  }
}
