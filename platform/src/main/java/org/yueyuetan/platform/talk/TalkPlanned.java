package org.yueyuetan.platform.talk;

import java.util.Optional;

/** A talk was planned. */
public record TalkPlanned(long talk, String title, Optional<Long> theme) {}
