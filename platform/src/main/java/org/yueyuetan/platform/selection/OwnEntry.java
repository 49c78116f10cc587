package org.yueyuetan.platform.selection;

import java.util.List;
import java.util.Optional;

/**
 * One thing that an organization has in a round, with what came of it.
 *
 * @param choice whether there is anybody whom it could rank
 * @param pairs with whom it was brought together
 * @param first why not with its first choice
 * @param unmatched why with nobody
 */
public record OwnEntry(
    Entry entry,
    boolean choice,
    List<Paired> pairs,
    Optional<Why> first,
    Optional<Why> unmatched) {}
