package org.yueyuetan.platform.showcase;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.talk.RoomPass;
import org.yueyuetan.platform.talk.TalkStatus;

/** Finds the guest behind a link or an account. */
@Component
public class Visitors {

  private static final String SQL =
      """
      select i.id, i.organization_id, i.unit, t.id as talk, t.title, t.status
      from invitation i join talk t on t.id = i.talk_id
      where i.status <> 'LISTED'
      """;

  private final JdbcClient jdbc;
  private final RoomPass pass;

  Visitors(JdbcClient jdbc, RoomPass pass) {
    this.jdbc = jdbc;
    this.pass = pass;
  }

  /** Empty when the token is forged or the invitation is gone. */
  public Optional<Visitor> byToken(String token) {
    return pass.invitation(token)
        .flatMap(invitation -> found(jdbc.sql(SQL + "and i.id = :id").param("id", invitation)));
  }

  /** A representative looks for their organization, if it is invited. */
  public Optional<Visitor> byAccount(SignedIn me, long talk) {
    return me.organization()
        .flatMap(organization ->
            found(
                jdbc.sql(SQL + "and i.talk_id = :talk and i.organization_id = :organization")
                    .param("talk", talk)
                    .param("organization", organization)));
  }

  private static Optional<Visitor> found(JdbcClient.StatementSpec asked) {
    return asked
        .query((row, n) ->
            new Visitor(
                row.getLong("id"),
                Optional.ofNullable(row.getObject("organization_id", Long.class)),
                row.getString("unit"),
                row.getLong("talk"),
                row.getString("title"),
                TalkStatus.valueOf(row.getString("status"))))
        .optional();
  }
}
