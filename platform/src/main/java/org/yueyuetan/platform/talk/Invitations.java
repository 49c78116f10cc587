package org.yueyuetan.platform.talk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored invitations of a talk. */
@Component
class Invitations {

  private final JdbcClient jdbc;
  private final Clock clock;

  Invitations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Invitation> find(long id) {
    return jdbc.sql("select * from invitation where id = :id")
        .param("id", id)
        .query(Rows::invitation)
        .optional();
  }

  Optional<Invitation> find(long talk, long id) {
    return find(id).filter(invitation -> invitation.talk() == talk);
  }

  Optional<Invitation> ofOrganization(long talk, long organization) {
    return jdbc.sql(
            "select * from invitation where talk_id = :talk and organization_id = :organization")
        .param("talk", talk)
        .param("organization", organization)
        .query(Rows::invitation)
        .optional();
  }

  /** Those of a talk, by party and unit. */
  List<Invitation> of(long talk) {
    return jdbc.sql(
            """
            select * from invitation where talk_id = :talk
            order by array_position(array['COUNTY', 'TOWNSHIP', 'COMMUNITY', 'AGENCY', 'DEPARTMENT', 'ENTERPRISE',
              'OTHER'], party), unit, id
            """)
        .param("talk", talk)
        .query(Rows::invitation)
        .list();
  }

  /** Those who wait for a seat, in the order in which they said yes. */
  List<Invitation> waiting(long talk) {
    return jdbc.sql(
            "select * from invitation where talk_id = :talk and status = 'WAITING' order by answered_at, id")
        .param("talk", talk)
        .query(Rows::invitation)
        .list();
  }

  int accepted(long talk) {
    return jdbc.sql("select count(*) from invitation where talk_id = :talk and status = 'ACCEPTED'")
        .param("talk", talk)
        .query(Integer.class)
        .single();
  }

  /** Moves an invitation of a locked talk. */
  Invitation move(Invitation invitation, InvitationMove move) {
    var next = InvitationStatus.LIFE.next(invitation.status(), move);
    return jdbc.sql(
            """
            update invitation set status = :status, answered_at = :now, version = version + 1
            where id = :id returning *
            """)
        .param("id", invitation.id())
        .param("status", next.name())
        .param("now", Rows.sql(clock.instant()))
        .query(Rows::invitation)
        .single();
  }
}
