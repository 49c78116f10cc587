package org.yueyuetan.platform.panel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Keeps what came of checking lotteries, as anybody may ask for it: one is computed at a time, and
 * each once. A lottery is known by all that is stored of it, so that whoever changes a stored list
 * is found out at the next check.
 */
class Checks {

  private static final int MOST = 32;

  private final Semaphore free = new Semaphore(1);
  private final Map<Sortition, List<Check>> kept = new LinkedHashMap<>();

  /**
   * What came of it, computed now if it never was.
   *
   * @throws BeingChecked while another is being computed
   */
  List<Check> of(Sortition sortition, Supplier<List<Check>> computed) {
    var before = kept(sortition);
    if (!before.isEmpty()) {
      return before;
    }
    if (!free.tryAcquire()) {
      throw new BeingChecked(sortition.id());
    }
    try {
      var checks = computed.get();
      keep(sortition, checks);
      return checks;
    } finally {
      free.release();
    }
  }

  private synchronized List<Check> kept(Sortition sortition) {
    return kept.getOrDefault(sortition, List.of());
  }

  private synchronized void keep(Sortition sortition, List<Check> checks) {
    if (kept.size() >= MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
    kept.put(sortition, List.copyOf(checks));
  }
}
