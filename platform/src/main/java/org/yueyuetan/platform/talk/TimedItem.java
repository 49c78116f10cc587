package org.yueyuetan.platform.talk;

import java.time.LocalTime;

/**
 * An item of the agenda on the clock.
 *
 * @param untilMinutes minutes from the beginning of the talk to the end of the item
 * @param now whether it is its turn
 */
public record TimedItem(AgendaItem item, LocalTime from, int untilMinutes, boolean now) {}
