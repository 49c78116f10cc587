package org.yueyuetan.platform.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.yueyuetan.platform.need.Visibility;
import org.yueyuetan.platform.organization.Field;

/**
 * What an organization has to give to projects.
 *
 * @param offer that it makes definite, among needs and offers
 * @param quantity its limit: whole units; money in fen
 * @param unit 场, 件, 人次; empty for money
 * @param region where it is given
 */
public record Provision(
    long id,
    long organization,
    String organizationName,
    Optional<Long> offer,
    Kind kind,
    String title,
    String text,
    long quantity,
    String unit,
    Field field,
    String region,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    Visibility visibility,
    ProvisionStatus status,
    boolean sample,
    Instant createdAt,
    int version) {

  /** A part of it as it is read: 8 场, 20,000 元. */
  public String told(long amount, Locale locale) {
    return Quantities.told(kind, amount, unit, locale);
  }
}
