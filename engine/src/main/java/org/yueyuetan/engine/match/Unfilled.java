package org.yueyuetan.engine.match;

import java.util.LinkedHashMap;
import org.yueyuetan.engine.Explanation;

/**
 * A party that has less than its quota, and what stands in the way with its partners.
 *
 * @param missing from 1 to the quota
 * @param partners all who accept it and whom it accepts
 * @param preferred those who are full with others whom they like at least as much
 * @param capped those with whom it has all that the pair may have
 * @param tooSmall those who have less than a useful lot left
 */
public record Unfilled(
    Side side,
    String id,
    long quota,
    long missing,
    int partners,
    int preferred,
    int capped,
    int tooSmall) {

  /** The first that holds. */
  public enum Reason {
    /** Nobody whom it accepts accepts it. */
    NO_PARTNER,
    /** Some partners are full with others whom they like better. */
    OTHERS_PREFERRED,
    /** Some partners have room, but less than a useful lot could be had. */
    LOTS,
    /** With every partner it has as much as the pair may have. */
    CAPS
  }

  /** Whether it has nothing at all. */
  public boolean isUnmatched() {
    return missing == quota;
  }

  public Reason reason() {
    if (partners == 0) {
      return Reason.NO_PARTNER;
    }
    if (preferred > 0) {
      return Reason.OTHERS_PREFERRED;
    }
    return tooSmall > 0 ? Reason.LOTS : Reason.CAPS;
  }

  public Explanation explanation() {
    var values = new LinkedHashMap<String, Object>();
    values.put("id", id);
    values.put("missing", missing);
    values.put("quota", quota);
    values.put("partners", partners);
    values.put("preferred", preferred);
    values.put("capped", capped);
    values.put("tooSmall", tooSmall);
    return Explanation.of(
        "match.unfilled",
        "%s lacks %d of %d. It has %d partners: %d are full with others they like at least as much, with %d the pair has all it may have, %d have less than a useful lot"
            .formatted(id, missing, quota, partners, preferred, capped, tooSmall),
        values);
  }
}
