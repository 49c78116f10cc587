package org.yueyuetan.platform.opinion;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.talk.Party;
import org.yueyuetan.platform.talk.RoomPass;
import org.yueyuetan.platform.talk.TalkStatus;

/** Finds the guest behind a link or an account. */
@Component
public class Participants {

  private static final String SQL =
      """
      select i.id, i.organization_id, i.unit, coalesce(nullif(i.attendee, ''), i.contact) as person, i.party,
             t.id as talk, t.title, t.question, t.status as talk_status,
             coalesce(r.status, 'NEW') as round, coalesce(r.anonymous, true) as anonymous, coalesce(r.version, 0) as version
      from invitation i join talk t on t.id = i.talk_id left join opinion_round r on r.talk_id = t.id
      where i.status <> 'LISTED'
      """;

  private final JdbcClient jdbc;
  private final RoomPass pass;

  Participants(JdbcClient jdbc, RoomPass pass) {
    this.jdbc = jdbc;
    this.pass = pass;
  }

  /** Empty when the token is forged or the invitation is gone. */
  public Optional<Participant> byToken(String token) {
    return pass.invitation(token).flatMap(this::byInvitation);
  }

  public Optional<Participant> byInvitation(long invitation) {
    return found(jdbc.sql(SQL + "and i.id = :id").param("id", invitation));
  }

  /** A representative takes part for their organization, if it is invited. */
  public Optional<Participant> byAccount(SignedIn me, long talk) {
    return me.organization()
        .flatMap(organization ->
            found(
                jdbc.sql(SQL + "and i.talk_id = :talk and i.organization_id = :organization")
                    .param("talk", talk)
                    .param("organization", organization)));
  }

  private static Optional<Participant> found(JdbcClient.StatementSpec asked) {
    return asked
        .query((row, n) ->
            new Participant(
                row.getLong("id"),
                Rows.maybeId(row, "organization_id"),
                row.getString("unit"),
                row.getString("person"),
                Party.valueOf(row.getString("party")),
                row.getLong("talk"),
                row.getString("title"),
                row.getString("question"),
                TalkStatus.valueOf(row.getString("talk_status")),
                new Round(
                    row.getLong("talk"),
                    RoundStatus.valueOf(row.getString("round")),
                    row.getBoolean("anonymous"),
                    row.getInt("version"))))
        .optional();
  }
}
