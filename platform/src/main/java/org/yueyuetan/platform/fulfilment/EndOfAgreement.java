package org.yueyuetan.platform.fulfilment;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.agreement.AgreementEnd;

/** Tells the page and the record of an agreement how it ended. */
@Component
class EndOfAgreement implements AgreementEnd {

  private final JdbcClient jdbc;

  EndOfAgreement(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Ended> of(long agreement) {
    return jdbc.sql(
            """
            select status, ended_at from fulfilment
            where agreement_id = :agreement and ended_at is not null
            """)
        .param("agreement", agreement)
        .query((row, n) ->
            new Ended(
                How.valueOf(row.getString("status")), row.getTimestamp("ended_at").toInstant()))
        .optional();
  }
}
