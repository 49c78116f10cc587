package org.yueyuetan.platform.panel;

/**
 * A change of the list by hand, in names.
 *
 * @param name of the organization; empty for a guest
 * @param office name of the division whose bureau did it
 */
public record ByHand(Sortition.Change change, String name, String office) {}
