package org.yueyuetan.platform.talk;

import java.time.LocalTime;
import java.util.Optional;

/**
 * One stop of an observation visit (观摩点).
 *
 * @param host who receives the visitors
 */
public record Stop(
    long id,
    int position,
    String name,
    String address,
    Optional<LocalTime> arrivesAt,
    int minutes,
    String host,
    int version) {}
