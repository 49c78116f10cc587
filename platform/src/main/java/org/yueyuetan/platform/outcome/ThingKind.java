package org.yueyuetan.platform.outcome;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kinds of things on the golden thread, in the order in which one leads to the next. */
public enum ThingKind {
  ORGANIZATION,
  NEED,
  THEME,
  TALK,
  OPINION,
  COMMITMENT,
  /** A document that was issued. */
  POLICY,
  /** A project that was handed in. */
  PROJECT,
  /** What an organization has to give to projects. */
  PROVISION,
  /** A round in which projects and providers chose each other. */
  SELECTION,
  /** A pair of such a round that both sides confirmed. */
  INTENT,
  /** An agreement that all its parties signed. */
  AGREEMENT,
  /** What was done or delivered under an agreement and confirmed by the other side. */
  DELIVERY,
  BRIEF,
  /** What a department answered to an opinion; has the id of the opinion. */
  REPLY,
  /** What the owners of a need were told; has the id of the need. */
  ANSWER;

  /** As in addresses and in the database. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ThingKind> of(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
  }
}
