package org.yueyuetan.platform.notice;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts messages into words as mails. */
@Component
class Letters {

  private final MessageSource texts;
  private final JdbcClient jdbc;
  private final Clock clock;

  Letters(MessageSource texts, JdbcClient jdbc, Clock clock) {
    this.texts = texts;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Letter write(String email, Locale language, Message message, Optional<CalendarEntry> entry) {
    var bureau = setting("BUREAU_NAME", "民政局");
    var body =
        String.join(
            "\n\n",
            words(message.key() + ".text", language, message),
            address() + message.link(),
            texts.getMessage("notice.mail.footer", new Object[] {bureau, address()}, language));
    return new Letter(
        oneLine(email),
        oneLine(words(message.key() + ".title", language, message)),
        body,
        entry.map(appointment -> appointment.ics(clock.instant())));
  }

  private String words(String key, Locale language, Message message) {
    return texts.getMessage(key, message.args().toArray(), language);
  }

  private String address() {
    return setting("PUBLIC_ADDRESS", "http://localhost:8080").replaceAll("/+$", "");
  }

  private String setting(String key, String standard) {
    return jdbc.sql("select value from setting where key = :key").param("key", key).query(String.class).optional().orElse(standard);
  }

  /** What people typed may end up in a header: a line break there would start another header. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
