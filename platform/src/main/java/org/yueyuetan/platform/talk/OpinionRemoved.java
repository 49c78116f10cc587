package org.yueyuetan.platform.talk;

/** An opinion was written down by mistake and is gone. */
public record OpinionRemoved(long opinion) {}
