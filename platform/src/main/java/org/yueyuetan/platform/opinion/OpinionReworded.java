package org.yueyuetan.platform.opinion;

/** An opinion is about to read otherwise; whoever answered its words refuses with {@link InUse}. */
public record OpinionReworded(long opinion) {}
