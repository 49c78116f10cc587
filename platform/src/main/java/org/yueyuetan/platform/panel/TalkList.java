package org.yueyuetan.platform.panel;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.talk.InvitationStatus;
import org.yueyuetan.platform.talk.Party;

/** Who stands on a talk's list. Whoever asks has checked who may see the talk. */
@Component
class TalkList {

  /**
   * Somebody who was put on the list.
   *
   * @param organization empty for guests who are not in the registry
   * @param unit its name, for staff alone: a guest's may be a person's
   */
  record Called(
      long invitation,
      Optional<Long> organization,
      String unit,
      Party party,
      InvitationStatus status) {}

  private final JdbcClient jdbc;

  TalkList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Called> of(long talk) {
    return jdbc.sql(
            """
            select id, organization_id, unit, party, status from invitation where talk_id = :talk order by id
            """)
        .param("talk", talk)
        .query((row, n) ->
            new Called(
                row.getLong("id"),
                Optional.ofNullable(row.getObject("organization_id", Long.class)),
                row.getString("unit"),
                Party.valueOf(row.getString("party")),
                InvitationStatus.valueOf(row.getString("status"))))
        .list();
  }

  /** Of these, those that can be put on a list: the registry may have changed since. */
  List<Long> listable(Scope scope, Collection<Long> ids) {
    return jdbc.sql(
            "select id from organization where id = any(:ids) and active and region_code like :scopeRegion")
        .param("ids", ids.toArray(Long[]::new))
        .params(scope.parameters())
        .query(Long.class)
        .list();
  }
}
