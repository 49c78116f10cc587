package org.yueyuetan.platform.notice;

import java.time.Instant;

/** What one person was told, and whether that person has opened it. */
public record Notice(long id, Message message, Instant at, boolean read) {}
