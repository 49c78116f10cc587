package org.yueyuetan.platform.panel;

import java.util.List;
import org.yueyuetan.engine.panel.Relaxation;

/** Quotas cannot be kept with those who are left. Nothing was written. */
final class NoSubstitutes extends RuntimeException {

  private final transient List<Relaxation.Change> changes;

  NoSubstitutes(List<Relaxation.Change> changes) {
    super("quotas cannot be kept with those who are left");
    this.changes = List.copyOf(changes);
  }

  /** The quotas that would have to give way; empty when too few organizations are left. */
  List<String> quotas() {
    return changes.stream()
        .map(change -> change.before().feature() + " " + change.before().value())
        .toList();
  }
}
