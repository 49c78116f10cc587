package org.yueyuetan.platform.panel;

/**
 * One thing of the protocol that was done again.
 *
 * @param key of the words for it
 * @param same whether the same came out
 */
public record Check(String key, boolean same) {}
