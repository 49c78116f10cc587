package org.yueyuetan.platform.intake;

import java.time.Instant;
import java.util.List;
import org.yueyuetan.platform.form.Fault;

/**
 * A file on its way into a ledger, without its content.
 *
 * @param kind key of the ledger
 * @param message key of what went wrong while storing; empty when nothing did
 */
public record Import(
    long id,
    String kind,
    String fileName,
    ImportStatus status,
    int total,
    int fine,
    int done,
    List<CellFault> faults,
    List<Fault> remarks,
    Preview preview,
    String message,
    long accountId,
    Instant createdAt) {}
