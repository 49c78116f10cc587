package org.yueyuetan.platform.talk;

import java.time.Duration;

/** A talk begins later than it was to, or earlier if negative. */
public record TalkMoved(long talk, Duration by) {}
