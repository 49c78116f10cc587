package org.yueyuetan.platform.opinion;

import java.util.Optional;

/** An opinion counts from now on: written down by staff, or stated on the phone and accepted. */
public record OpinionRecorded(long opinion, long talk, String text, Optional<Long> organization) {}
