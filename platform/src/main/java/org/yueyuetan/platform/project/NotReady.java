package org.yueyuetan.platform.project;

import java.util.List;

/**
 * A project that cannot be handed in or established yet, or cannot grow from a need; says why, in
 * keys of the bundle.
 */
public final class NotReady extends RuntimeException {

  private final transient List<String> lacking;

  NotReady(List<String> lacking) {
    super(String.join(", ", lacking));
    this.lacking = List.copyOf(lacking);
  }

  public List<String> lacking() {
    return lacking;
  }
}
