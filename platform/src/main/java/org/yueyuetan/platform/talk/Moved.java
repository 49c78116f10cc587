package org.yueyuetan.platform.talk;

import java.time.Instant;

/**
 * One line of a talk's history.
 *
 * @param status that the talk has had since
 */
public record Moved(TalkMove event, TalkStatus status, String reason, String actor, Instant at) {}
