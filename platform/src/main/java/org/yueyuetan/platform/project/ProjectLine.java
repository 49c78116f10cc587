package org.yueyuetan.platform.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.yueyuetan.platform.organization.Field;

/**
 * A project as a row of a list.
 *
 * @param since when it was established, handed in or written, whichever came last
 */
public record ProjectLine(
    long id,
    String number,
    long organization,
    String organizationName,
    String title,
    Field field,
    String region,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    ProjectStatus status,
    boolean sample,
    Instant since) {}
