package org.yueyuetan.platform.selection;

import java.time.Instant;
import java.util.Optional;
import org.yueyuetan.platform.project.Kind;

/**
 * A pair that both sides confirmed (意向), with all that an agreement needs to begin with.
 *
 * @param item of the project
 * @param receiver the project's organization
 * @param giver the provision's organization
 * @param need of the project, if it grew from one
 * @param offer of the provision, if it came from one
 * @param amount in units; money in fen
 */
public record ConfirmedPair(
    long id,
    long selection,
    String selectionTitle,
    Optional<Long> talk,
    long project,
    String projectTitle,
    long item,
    String itemTitle,
    long provision,
    String provisionTitle,
    long receiver,
    String receiverName,
    long giver,
    String giverName,
    Optional<Long> need,
    Optional<Long> offer,
    Kind kind,
    String unit,
    long amount,
    Instant confirmedAt) {}
