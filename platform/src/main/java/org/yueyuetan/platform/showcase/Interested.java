package org.yueyuetan.platform.showcase;

import java.time.Instant;
import java.util.Optional;
import org.yueyuetan.platform.organization.Contact;

/**
 * A unit that marked a wish on a card.
 *
 * @param mutual the card's organization marked a wish on theirs too
 * @param contact whom to reach; only if they agreed, masked until it is opened
 */
public record Interested(
    long invitation,
    String unit,
    Wish wish,
    String word,
    Instant at,
    boolean mutual,
    Optional<Contact> contact) {}
