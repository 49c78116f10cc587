package org.yueyuetan.platform.need;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.yueyuetan.platform.organization.Field;

/**
 * Something that an organization needs or can give.
 *
 * @param region where it is needed
 * @param quantity how much, in {@code unit}; both or neither
 * @param supports how many other organizations need it too
 * @param createdBy account that wrote it; 0 when it came with a ledger whose account is gone
 */
public record Need(
    long id,
    long organization,
    String organizationName,
    Direction direction,
    String title,
    String text,
    Kind kind,
    Field field,
    String region,
    String place,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    Optional<BigDecimal> quantity,
    String unit,
    Visibility visibility,
    NeedStatus status,
    String answer,
    Optional<Instant> answeredAt,
    int supports,
    boolean sample,
    long createdBy,
    Instant createdAt,
    Optional<Instant> submittedAt,
    int version) {}
