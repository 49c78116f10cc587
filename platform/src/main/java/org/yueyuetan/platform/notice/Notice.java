package org.yueyuetan.platform.notice;

import java.time.Instant;
import java.util.List;

/**
 * What one person was told, and whether that person has opened it.
 *
 * @param earlier what the person was told of the same thing before, newest first
 */
public record Notice(long id, Message message, Instant at, boolean read, List<Notice> earlier) {

  public Notice {
    earlier = List.copyOf(earlier);
  }

  Notice after(List<Notice> before) {
    return new Notice(id, message, at, read, before);
  }
}
