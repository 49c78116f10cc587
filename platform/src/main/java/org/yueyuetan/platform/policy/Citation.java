package org.yueyuetan.platform.policy;

/**
 * That a document took up an opinion.
 *
 * @param number empty until the document is issued
 * @param clause as cited, e.g. 第七条
 */
public record Citation(
    long opinion, long policy, String title, String number, String clause, boolean issued) {}
