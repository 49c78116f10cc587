package org.yueyuetan.platform.agreement;

import java.time.LocalDate;

/**
 * What a party has to have done by a day.
 *
 * @param party position of the party
 */
public record Milestone(long id, int party, String title, LocalDate due) {}
