package org.yueyuetan.platform.organization;

import java.util.List;
import java.util.Optional;

/**
 * How an organization is reached.
 *
 * @param contact name of the first contact
 * @param accounts ids of the accounts that speak for it
 */
public record Recipient(
    long organization,
    String name,
    Optional<String> contact,
    Optional<String> email,
    Optional<String> phone,
    List<Long> accounts) {}
