package org.yueyuetan.platform.disposition;

/** A department answered an opinion, for the first or the second time. */
public record OpinionAnswered(long opinion, long talk, Result result, String text) {}
