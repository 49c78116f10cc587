package org.yueyuetan.platform.policy;

import java.util.List;

/** A document that cannot be signed yet; says why, in keys of the bundle. */
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
