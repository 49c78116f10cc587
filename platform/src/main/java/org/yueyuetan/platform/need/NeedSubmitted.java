package org.yueyuetan.platform.need;

/**
 * An organization handed in a need; {@code published} says that everyone may read it once it is
 * accepted.
 */
public record NeedSubmitted(long need, String title, boolean published, long organization) {}
