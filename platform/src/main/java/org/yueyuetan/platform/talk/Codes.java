package org.yueyuetan.platform.talk;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Draws check-in codes (签到码): six digits, no two alike in one talk. The talk's row is held by the
 * caller.
 */
@Component
class Codes {

  private static final int CODES = 1_000_000;

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  Codes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<String> draw(long talk, int number) {
    var taken =
        new HashSet<>(
            jdbc.sql("select code from invitation where talk_id = :talk")
                .param("talk", talk)
                .query(String.class)
                .list());
    return Stream.generate(() -> "%06d".formatted(random.nextInt(CODES)))
        .filter(taken::add)
        .limit(number)
        .toList();
  }
}
