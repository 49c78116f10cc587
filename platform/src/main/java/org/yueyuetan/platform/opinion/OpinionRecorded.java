package org.yueyuetan.platform.opinion;

/** An opinion counts from now on: written down by staff, or stated on the phone and accepted. */
public record OpinionRecorded(long opinion, long talk) {}
