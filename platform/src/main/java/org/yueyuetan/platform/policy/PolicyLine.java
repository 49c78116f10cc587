package org.yueyuetan.platform.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A document as a row of a list.
 *
 * @param unanswered comments that staff still have to answer
 * @param reviewDue whether its trial ends soon and somebody has to decide what follows
 */
public record PolicyLine(
    long id,
    Genre genre,
    String title,
    String number,
    String publisher,
    PolicyStatus status,
    Validity validity,
    Optional<LocalDate> sealedOn,
    Optional<LocalDate> expiresOn,
    Optional<LocalDate> commentsUntil,
    Optional<Instant> issuedAt,
    int unanswered,
    boolean reviewDue,
    boolean sample) {}
