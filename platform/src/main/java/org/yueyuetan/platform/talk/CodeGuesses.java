package org.yueyuetan.platform.talk;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts wrong attendance codes, so that six digits cannot be guessed: in any ten minutes a talk
 * takes at most 30 wrong ones, and 10 from one address. With 200 guests a guess hits once in 5,000.
 * Whoever is stopped is ticked by staff at the door.
 */
@Component
class CodeGuesses {

  static final int MOST_FROM_ADDRESS = 10;
  static final int MOST_FOR_TALK = 30;
  static final Duration WINDOW = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final Clock clock;

  CodeGuesses(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The talk's row is held by the caller: guesses stand in line, so that many at once count like
   * one by one.
   */
  boolean mayTry(long talk, String address) {
    return jdbc.sql(
            """
            select count(*) < :mostForTalk and count(*) filter (where address = :address) < :mostFromAddress
            from check_in_failure
            where talk_id = :talk and at > :since
            """)
        .param("talk", talk)
        .param("address", address)
        .param("since", since())
        .param("mostForTalk", MOST_FOR_TALK)
        .param("mostFromAddress", MOST_FROM_ADDRESS)
        .query(Boolean.class)
        .single();
  }

  void wrong(long talk, String address) {
    jdbc.sql("delete from check_in_failure where talk_id = :talk and at <= :since")
        .param("talk", talk)
        .param("since", since())
        .update();
    jdbc.sql("insert into check_in_failure (talk_id, address, at) values (:talk, :address, :now)")
        .param("talk", talk)
        .param("address", address)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private OffsetDateTime since() {
    return clock.instant().minus(WINDOW).atOffset(ZoneOffset.UTC);
  }
}
