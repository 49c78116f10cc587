package org.yueyuetan.platform.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.yueyuetan.platform.need.Visibility;
import org.yueyuetan.platform.organization.Field;

/**
 * A project of an organization.
 *
 * @param number 立项编号; empty until it is established
 * @param need that it grew from
 * @param needEnded whether that need was withdrawn or declined
 * @param talk at which it was established
 * @param beneficiaries who is to benefit
 * @param served how many of them
 * @param region where it happens
 * @param createdBy account that wrote it; 0 when none did
 */
public record Project(
    long id,
    String number,
    long organization,
    String organizationName,
    Optional<Long> need,
    boolean needEnded,
    Optional<Long> talk,
    String title,
    String goal,
    String beneficiaries,
    Optional<Integer> served,
    Field field,
    String region,
    String place,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    Visibility visibility,
    ProjectStatus status,
    boolean sample,
    long createdBy,
    Instant createdAt,
    Optional<Instant> submittedAt,
    Optional<Instant> establishedAt,
    int version) {}
