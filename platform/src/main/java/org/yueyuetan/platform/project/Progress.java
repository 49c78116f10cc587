package org.yueyuetan.platform.project;

import java.util.Collection;
import java.util.Map;

/**
 * How much partners have come to give, as a higher room knows it. Intent, signature and delivery
 * are counted apart, always: whoever answers for a stage tells that stage and no other.
 */
public interface Progress {

  /** Stages on the way from a need to its fulfilment. */
  enum Stage {
    /** 意向: both sides have said yes. */
    INTENDED,
    /** 签约: it stands in an agreement that all parties signed. */
    SIGNED,
    /** 交付: it was delivered, and the other side confirmed it. */
    DELIVERED
  }

  Stage stage();

  /**
   * How much of each of these items, in its unit (money in fen); those with nothing may be left
   * out.
   */
  Map<Long, Long> ofItems(Collection<Long> items);

  /** How much of each of these provisions, in its unit; those with nothing may be left out. */
  Map<Long, Long> ofProvisions(Collection<Long> provisions);
}
