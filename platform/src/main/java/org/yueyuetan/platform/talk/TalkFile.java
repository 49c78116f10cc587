package org.yueyuetan.platform.talk;

import java.time.Instant;

/**
 * A photo or file of a talk, without its content.
 *
 * @param published whether everyone may see it
 */
public record TalkFile(
    long id,
    long talk,
    String name,
    String caption,
    String contentType,
    long size,
    boolean published,
    String uploadedBy,
    Instant uploadedAt) {

  public boolean isPicture() {
    return contentType.startsWith("image/");
  }
}
