package org.yueyuetan.platform.talk;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts wrong attendance codes, so that six digits cannot be guessed: in any ten minutes a talk
 * takes at most 60 wrong ones, and 5 with one scanned pass; a whole room may share one address.
 * With 200 guests a guess hits once in 5,000. Whoever is stopped scans again or is ticked by staff.
 */
@Component
class CodeGuesses {

  static final int MOST_WITH_PASS = 5;
  static final int MOST_FOR_TALK = 60;
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
  boolean mayTry(long talk, String pass) {
    return jdbc.sql(
            """
            select count(*) < :mostForTalk and count(*) filter (where pass = :pass) < :mostWithPass
            from check_in_failure
            where talk_id = :talk and at > :since
            """)
        .param("talk", talk)
        .param("pass", pass)
        .param("since", since())
        .param("mostForTalk", MOST_FOR_TALK)
        .param("mostWithPass", MOST_WITH_PASS)
        .query(Boolean.class)
        .single();
  }

  void wrong(long talk, String pass) {
    jdbc.sql("delete from check_in_failure where talk_id = :talk and at <= :since")
        .param("talk", talk)
        .param("since", since())
        .update();
    jdbc.sql("insert into check_in_failure (talk_id, pass, at) values (:talk, :pass, :now)")
        .param("talk", talk)
        .param("pass", pass)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private OffsetDateTime since() {
    return clock.instant().minus(WINDOW).atOffset(ZoneOffset.UTC);
  }
}
