package org.yueyuetan.platform.need;

import java.time.Instant;
import org.yueyuetan.platform.organization.Field;

/** What a need says, as methods that group needs read it. */
public record NeedText(
    long id,
    long organization,
    String title,
    String text,
    Kind kind,
    Field field,
    String region,
    Instant submittedAt) {}
