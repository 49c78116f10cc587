package org.yueyuetan.platform.disposition;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.SignedIn;

/**
 * Activities: talks that took place, with the visits, trainings and signings that belong to them.
 */
@Component
@Order(20)
class CitableTalks implements Citable {

  private static final String HELD =
      """
      select t.id, t.title, to_char(t.month, 'YYYY-MM') as month from talk t
      where t.status in ('HELD', 'FOLLOWING_UP', 'CLOSED')
        and (t.region_code like :scopeRegion or t.convened_at is not null and :scopePublished)
      """;

  private static final RowMapper<Cited> CITED =
      (row, n) ->
          new Cited(
              new Cited.Ref("talk", row.getLong("id")),
              "disposition.citable.talk",
              row.getString("month") + " " + row.getString("title"),
              "",
              "/talks/" + row.getLong("id"));

  private final JdbcClient jdbc;

  CitableTalks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "talk";
  }

  @Override
  public List<Cited> search(SignedIn me, Matter matter, String words, int limit) {
    return jdbc.sql(
            HELD
                + """
                  and strpos(lower(t.title), lower(:words)) > 0
                order by t.starts_at desc, t.id desc limit :limit
                """)
        .params(me.scope().parameters())
        .param("words", words)
        .param("limit", limit)
        .query(CITED)
        .list();
  }

  @Override
  public List<Cited> find(SignedIn me, Collection<Long> ids) {
    return jdbc.sql(HELD + "and t.id = any(array[:ids]::bigint[])")
        .params(me.scope().parameters())
        .param("ids", ids)
        .query(CITED)
        .list();
  }

  @Override
  public boolean mayCite(SignedIn me, Matter matter, long id) {
    return !find(me, Set.of(id)).isEmpty();
  }
}
