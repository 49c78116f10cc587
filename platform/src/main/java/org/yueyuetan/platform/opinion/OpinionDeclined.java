package org.yueyuetan.platform.opinion;

/** An opinion that counted counts no longer. It may be accepted again, with all that it had. */
public record OpinionDeclined(long opinion) {}
