package org.yueyuetan.platform.showcase;

/**
 * An organization would like something with another.
 *
 * @param from whose guest marked it
 * @param to whose card it was marked on
 */
public record Interest(long from, long to, Wish wish, String word) {}
