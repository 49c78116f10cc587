package org.yueyuetan.platform.agreement;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;

/**
 * Numbers and codes of agreements. Within a year numbers follow one another without a gap: the next
 * one is given in the transaction that uses it.
 */
@Component
class Numbers {

  /** No characters that are read for another. */
  private static final String CODE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int CODE_LENGTH = 10;

  private final JdbcClient jdbc;
  private final Settings settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Numbers(JdbcClient jdbc, Settings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  String give() {
    var year = LocalDate.now(clock).getYear();
    var number =
        jdbc.sql(
                """
                insert into agreement_year (year, last) values (:year, 1)
                on conflict (year) do update set last = agreement_year.last + 1
                returning last
                """)
            .param("year", year)
            .query(Integer.class)
            .single();
    return settings
        .get(Setting.AGREEMENT_NUMBER)
        .replace("{年}", String.valueOf(year))
        .replace("{号}", String.valueOf(number));
  }

  /** By which anybody finds the record of an agreement: 50 random bits. */
  String code() {
    return random
        .ints(CODE_LENGTH, 0, CODE.length())
        .collect(
            StringBuilder::new, (code, n) -> code.append(CODE.charAt(n)), StringBuilder::append)
        .toString();
  }
}
