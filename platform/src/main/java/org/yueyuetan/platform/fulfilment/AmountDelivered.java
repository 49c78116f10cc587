package org.yueyuetan.platform.fulfilment;

import java.util.Optional;

/**
 * The other side confirmed a delivery.
 *
 * @param quantity whole units; money in fen
 */
public record AmountDelivered(
    long report, long agreement, Optional<Long> project, long organization, long quantity) {}
