package org.yueyuetan.platform.talk;

import java.util.Optional;

/** Somebody voiced an opinion at a talk. */
public record OpinionRecorded(long opinion, long talk, String text, Optional<Long> organization) {}
