package org.yueyuetan.platform.policy;

import java.util.Optional;
import org.yueyuetan.platform.talk.Party;

/**
 * What a document made of one opinion.
 *
 * @param opinionText as it was said
 * @param unit that voiced it, told only where the speaker agreed
 * @param clause that took it up; empty when none did
 * @param label of that clause
 */
public record Source(
    long id,
    long opinion,
    long talk,
    String talkTitle,
    Party party,
    Optional<String> unit,
    String opinionText,
    Optional<Long> clause,
    String label,
    Manner manner,
    String note) {}
