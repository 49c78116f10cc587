package org.yueyuetan.platform.showcase;

/**
 * A guest would like something with an organization that shows itself.
 *
 * @param from invitation of whoever marked it
 * @param to invitation of the organization whose card it was marked on
 */
public record Interest(long from, long to, Wish wish, String word) {}
