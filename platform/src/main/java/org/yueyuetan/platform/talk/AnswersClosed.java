package org.yueyuetan.platform.talk;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The talk takes no answers (any more): it has begun, or it was called off. */
@ResponseStatus(HttpStatus.CONFLICT)
public final class AnswersClosed extends RuntimeException {
  AnswersClosed(long talk) {
    super("talk " + talk + " takes no answers");
  }
}
