package org.yueyuetan.platform.notice;

import java.util.Optional;

/** A mail in words, ready to be sent. */
record Letter(String recipient, String subject, String body, Optional<String> calendar) {
  Letter {
    if (subject.chars().anyMatch(Character::isISOControl)
        || recipient.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a header of a mail is one line");
    }
  }
}
