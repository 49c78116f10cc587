package org.yueyuetan.platform.selection;

/**
 * A pair came to nothing.
 *
 * @param wasConfirmed whether both sides had confirmed it
 */
public record PairReleased(long pair, boolean wasConfirmed, Pair.Released how, String reason) {}
