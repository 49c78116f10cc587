package org.yueyuetan.platform.notice;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mails that wait to be sent (发件箱): written in the transaction that decides to send, delivered by a job. */
@Component
class Outbox {

  private final JdbcClient jdbc;
  private final Clock clock;

  Outbox(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Transactional
  public void add(Letter letter) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            insert into mail (recipient, subject, body, calendar, created_at, next_try_at)
            values (:recipient, :subject, :body, :calendar, :now, :now)
            """)
        .param("recipient", letter.recipient())
        .param("subject", letter.subject())
        .param("body", letter.body())
        .param("calendar", letter.calendar().orElse(null))
        .param("now", now)
        .update();
  }
}
