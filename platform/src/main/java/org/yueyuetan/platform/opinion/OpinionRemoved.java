package org.yueyuetan.platform.opinion;

/** An opinion counts no longer: declined, merged into another, or written down by mistake. */
public record OpinionRemoved(long opinion) {}
