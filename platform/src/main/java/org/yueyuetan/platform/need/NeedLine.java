package org.yueyuetan.platform.need;

import java.time.Instant;
import org.yueyuetan.platform.organization.Field;

/**
 * A need as a row of a list.
 *
 * @param since when it was handed in, or written while it is a draft
 */
public record NeedLine(
    long id,
    long organization,
    String organizationName,
    Direction direction,
    String title,
    Kind kind,
    Field field,
    String region,
    NeedStatus status,
    Visibility visibility,
    int supports,
    boolean sample,
    Instant since) {}
