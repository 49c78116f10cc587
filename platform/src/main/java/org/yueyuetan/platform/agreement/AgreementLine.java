package org.yueyuetan.platform.agreement;

import java.time.Instant;
import java.util.Optional;

/**
 * An agreement in a list.
 *
 * @param parties their names
 * @param signatures how many parties signed
 * @param asked whether it is for the reader's organization to do something now
 */
public record AgreementLine(
    long id,
    String number,
    String title,
    String parties,
    int signatures,
    int all,
    Manner manner,
    AgreementStatus status,
    Optional<Instant> signedAt,
    boolean sample,
    boolean asked) {}
