package org.yueyuetan.engine.panel;

import java.util.Map;

/**
 * Who may be invited.
 *
 * @param id unique; its order is the canonical order of the list
 * @param features by name, for instance level → county
 * @param must invited in any case
 * @param leastChance a chance that relevance to the theme entitles to, from 0 to 1
 * @param timesInvited in earlier months: whoever was invited less often comes first
 */
public record Member(
    String id, Map<String, String> features, boolean must, double leastChance, int timesInvited) {

  public Member {
    features = Map.copyOf(features);
    if (!(leastChance >= 0 && leastChance <= 1)) {
      throw new IllegalArgumentException(
          "%s is to have a chance of %s; a chance is from 0 to 1".formatted(id, leastChance));
    }
    if (timesInvited < 0) {
      throw new IllegalArgumentException(
          "%s was invited %d times; that cannot be".formatted(id, timesInvited));
    }
  }

  /** Somebody like everybody else. */
  public static Member of(String id, Map<String, String> features) {
    return new Member(id, features, false, 0, 0);
  }

  public Member invited() {
    return new Member(id, features, true, leastChance, timesInvited);
  }

  boolean has(Quota quota) {
    return quota.value().equals(features.get(quota.feature()));
  }
}
