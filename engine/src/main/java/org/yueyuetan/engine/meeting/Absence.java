package org.yueyuetan.engine.meeting;

/**
 * A party is not there.
 *
 * @param slot from 0
 */
public record Absence(String party, int slot) {}
