package org.yueyuetan.platform.matchmaking;

/** Why two are to meet. */
public enum Source {
  /** Each marked a wish on the other's card. */
  MUTUAL,
  ONE_SIDED,
  /** Both confirmed each other in a two-way selection of the talk. */
  SELECTION,
  HAND
}
