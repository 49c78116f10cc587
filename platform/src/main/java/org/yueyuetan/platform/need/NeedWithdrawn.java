package org.yueyuetan.platform.need;

/** The organization took its need back. */
public record NeedWithdrawn(long need, String title, long organization) {}
