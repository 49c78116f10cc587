package org.yueyuetan.platform.account;

import java.io.Serializable;
import java.util.Map;

/**
 * What part of the data a person may see. An argument of every query: one without a scope does not
 * compile.
 *
 * <p>A query takes part by naming both parameters, for example <br>
 * {@code where (n.region_code like :scopeRegion or n.organization_id = :scopeOrganization or
 * n.visibility = 'PUBLIC' and :scopePublished)} <br>
 * and binding {@link #parameters()}.
 */
@SuppressWarnings(
    "ClassInitializationDeadlock") // The constants' classes have no initializers of their own.
public sealed interface Scope extends Serializable {

  /**
   * Everything in a region and below: bureau staff, departments, auditors. {@code prefix} as of
   * {@code region}.
   */
  record Region(String prefix) implements Scope {}

  /** One's own organization, and what organizations share with each other. */
  record Own(long organization) implements Scope {}

  /** What is published: visitors, and administrators, who have no business data of their own. */
  record Published() implements Scope {}

  Scope PUBLISHED = new Published();

  /**
   * Named parameters for SQL: {@code scopeRegion}, a pattern for {@code like}; {@code
   * scopeOrganization}, an id or −1; {@code scopeShared}, whether what organizations show each
   * other may be seen; {@code scopePublished}, whether what is public may be seen.
   */
  default Map<String, Object> parameters() {
    return switch (this) {
      case Region(var prefix) -> parameters(prefix + "%", -1L, true, true);
      case Own(var organization) -> parameters("", organization, true, true);
      case Published() -> parameters("", -1L, false, true);
    };
  }

  private static Map<String, Object> parameters(
      String region, long organization, boolean shared, boolean published) {
    return Map.of(
        "scopeRegion", region,
        "scopeOrganization", organization,
        "scopeShared", shared,
        "scopePublished", published);
  }
}
