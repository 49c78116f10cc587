package org.yueyuetan.platform.selection;

/** Both sides confirmed: an intent (意向), from which an agreement may be drafted. */
public record PairConfirmed(ConfirmedPair pair) {}
