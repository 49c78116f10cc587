package org.yueyuetan.platform.matchmaking;

import java.util.List;
import java.util.Map;

/**
 * A plan as computed, before it is kept.
 *
 * @param meetings those that were kept, too
 * @param used times used by what was to be planned
 * @param idle times in which somebody waits between two meetings, added up over all
 */
record Draft(
    List<Appointment> meetings, Map<Pair, Why> unplaced, int used, int idle, Bound bound) {}
