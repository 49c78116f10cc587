package org.yueyuetan.platform.notice;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;

/** Puts messages into words as mails. */
@Component
class Letters {

  private final MessageSource texts;
  private final Settings settings;
  private final Clock clock;

  Letters(MessageSource texts, Settings settings, Clock clock) {
    this.texts = texts;
    this.settings = settings;
    this.clock = clock;
  }

  Letter write(String email, Locale language, Message message, Optional<CalendarEntry> entry) {
    var bureau = settings.get(Setting.BUREAU_NAME);
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
    return settings.get(Setting.PUBLIC_ADDRESS).replaceAll("/+$", "");
  }

  /** What people typed may end up in a header: a line break there would start another header. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
