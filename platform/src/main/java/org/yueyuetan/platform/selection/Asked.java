package org.yueyuetan.platform.selection;

import java.time.LocalDate;

/**
 * What a round asks of an organization now: to rank, or to confirm.
 *
 * @param things of the organization that wait for it
 * @param by last day
 */
public record Asked(
    long selection, String title, SelectionStatus status, int things, LocalDate by) {}
