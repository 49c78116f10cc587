package org.yueyuetan.platform.outcome;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows which organization undertook a commitment: the fact itself does not say. */
@Component
class Promises {

  private final JdbcClient jdbc;

  Promises(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Long> organization(long commitment) {
    return jdbc.sql(
            "select organization_id from commitment where id = :id and organization_id is not null")
        .param("id", commitment)
        .query(Long.class)
        .optional();
  }
}
