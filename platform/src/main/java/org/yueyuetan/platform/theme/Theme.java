package org.yueyuetan.platform.theme;

import java.time.Instant;
import java.time.YearMonth;
import org.yueyuetan.platform.organization.Field;

/**
 * What a month may talk about.
 *
 * @param question what the talk is asked to answer
 * @param position order among the month's candidates; breaks ties
 * @param needs how many needs it gathers
 * @param approvals how many organizations approve it
 */
public record Theme(
    long id,
    YearMonth month,
    String title,
    String question,
    Field field,
    ThemeStatus status,
    int position,
    int needs,
    int approvals,
    Instant createdAt,
    int version) {}
