package org.yueyuetan.platform.fulfilment;

/**
 * What a party says of another.
 *
 * @param stars from 1 to 5
 */
public record Rating(long from, String fromUnit, long to, String toUnit, int stars, String word) {}
