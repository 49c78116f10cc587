package org.yueyuetan.platform.matchmaking;

/**
 * A guest of the talk who may meet others.
 *
 * @param invitation of the talk
 * @param coming has not said no
 */
public record Unit(long invitation, String name, boolean coming) {}
