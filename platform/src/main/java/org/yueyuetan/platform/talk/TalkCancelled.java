package org.yueyuetan.platform.talk;

/** A talk will not take place. */
public record TalkCancelled(long talk, String title) {}
