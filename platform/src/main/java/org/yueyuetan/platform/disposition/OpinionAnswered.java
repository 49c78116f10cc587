package org.yueyuetan.platform.disposition;

import java.util.List;

/** A department answered an opinion, for the first or the second time, and referred to things. */
public record OpinionAnswered(
    long opinion, long talk, Result result, String text, List<Cited.Ref> cites) {}
