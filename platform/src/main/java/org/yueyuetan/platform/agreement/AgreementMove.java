package org.yueyuetan.platform.agreement;

import java.time.Instant;

/**
 * A step of an agreement's history.
 *
 * @param party name of the party that took it; empty when staff did
 */
public record AgreementMove(
    AgreementEvent event,
    AgreementStatus status,
    String party,
    String note,
    String actor,
    Instant at) {}
