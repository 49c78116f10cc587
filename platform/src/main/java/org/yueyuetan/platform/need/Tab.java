package org.yueyuetan.platform.need;

/**
 * One way to look at a list.
 *
 * @param key of its words in the bundle
 * @param count how many it holds; negative when that is not told
 */
public record Tab(String key, String address, int count, boolean here) {}
