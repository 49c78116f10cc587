package org.yueyuetan.platform.panel;

/** A change of the list by hand, with the name of the organization. */
public record ByHand(Sortition.Change change, String name) {}
