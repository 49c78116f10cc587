package org.yueyuetan.engine.meeting;

/**
 * A meeting with its time and place.
 *
 * @param slot from 0
 * @param table from 0
 */
public record Placed(Meeting meeting, int slot, int table) {}
