package org.yueyuetan.platform.opinion;

/** Somebody voted on an opinion of this talk, or changed a vote. */
public record Voted(long talk) {}
