package org.yueyuetan.platform.talk;

/**
 * A talk took place.
 *
 * @param attended people who checked in
 */
public record TalkHeld(long talk, int attended) {}
