package org.yueyuetan.platform.fulfilment;

import java.time.Instant;

/** One line of the history. */
public record Move(String event, String subject, String note, String unit, Instant at) {}
