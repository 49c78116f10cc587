package org.yueyuetan.platform.opinion;

import java.time.Instant;
import java.util.Optional;
import org.yueyuetan.platform.talk.Party;

/**
 * What somebody holds about the matter of a talk.
 *
 * @param agenda the item of the agenda whose question it answers
 * @param organization in the registry, that it comes from
 * @param invitation of the guest who said it, if known
 * @param speaker unit and person; personal data unless {@code named}
 * @param named whether the public may read who said it
 * @param mergedInto the opinion that stands for it, once merged
 * @param reason why it was declined or merged
 */
public record Opinion(
    long id,
    long talk,
    Optional<Long> agenda,
    Optional<Long> organization,
    Optional<Long> invitation,
    String speaker,
    Party party,
    String text,
    boolean named,
    OpinionStatus status,
    Optional<Long> mergedInto,
    String reason,
    Origin origin,
    Instant recordedAt,
    int version) {

  /** How an opinion came in. */
  public enum Origin {
    /** Written down by staff. */
    RECORDED,
    /** Stated by a guest on the phone. */
    PHONE
  }
}
