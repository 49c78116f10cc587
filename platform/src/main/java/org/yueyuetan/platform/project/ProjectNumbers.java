package org.yueyuetan.platform.project;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;

/**
 * Numbers of projects (立项编号). Within a year they follow one another without a gap: the next one is
 * given in the transaction that uses it, and whoever needs one too waits until that ended.
 */
@Component
class ProjectNumbers {

  private final JdbcClient jdbc;
  private final Settings settings;
  private final Clock clock;

  ProjectNumbers(JdbcClient jdbc, Settings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /** The next number of this year, written as the office writes them. */
  String give() {
    var year = LocalDate.now(clock).getYear();
    var number =
        jdbc.sql(
                """
                insert into project_year (year, last) values (:year, 1)
                on conflict (year) do update set last = project_year.last + 1
                returning last
                """)
            .param("year", year)
            .query(Integer.class)
            .single();
    return settings
        .get(Setting.PROJECT_NUMBER)
        .replace("{年}", String.valueOf(year))
        .replace("{号}", String.valueOf(number));
  }
}
