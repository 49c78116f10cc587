package org.yueyuetan.platform.account;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the audit trail.
 *
 * @param before what stood there, as JSON
 * @param after what stands there now, as JSON
 */
public record AuditEntry(
    long id,
    Instant at,
    String actor,
    String address,
    String action,
    String kind,
    String object,
    boolean success,
    Optional<String> before,
    Optional<String> after) {}
