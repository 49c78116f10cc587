package org.yueyuetan.platform.disposition;

import java.util.Collection;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.SignedIn;

/**
 * Promises that the public reads: those of the opinion's own talk, which may yet be kept, and kept
 * ones of any other.
 */
@Component
@Order(30)
class CitableCommitments implements Citable {

  private static final String PUBLISHED =
      """
      select c.id, c.talk_id, c.who, c.what, c.status from commitment c join talk t on t.id = c.talk_id
      where t.status in ('FOLLOWING_UP', 'CLOSED')
      """;

  private static final String TO_BE_CITED =
      " and (c.status = 'KEPT' or c.status = 'OPEN' and c.talk_id = :talk)";

  private static final RowMapper<Cited> CITED =
      (row, n) ->
          new Cited(
              new Cited.Ref("commitment", row.getLong("id")),
              "disposition.citable.commitment",
              row.getString("who") + "：" + row.getString("what"),
              "talkday.commitmentStatus." + row.getString("status"),
              "/talks/" + row.getLong("talk_id"));

  private final JdbcClient jdbc;

  CitableCommitments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "commitment";
  }

  @Override
  public List<Cited> search(SignedIn me, Matter matter, String words, int limit) {
    return jdbc.sql(
            PUBLISHED
                + TO_BE_CITED
                + """
                  and strpos(lower(c.who || c.what), lower(:words)) > 0
                order by c.talk_id = :talk desc, c.ended_at desc nulls last, c.id desc limit :limit
                """)
        .param("talk", matter.talk())
        .param("words", words)
        .param("limit", limit)
        .query(CITED)
        .list();
  }

  @Override
  public List<Cited> find(SignedIn me, Collection<Long> ids) {
    return jdbc.sql(PUBLISHED + "and c.id = any(array[:ids]::bigint[])")
        .param("ids", ids)
        .query(CITED)
        .list();
  }

  @Override
  public boolean mayCite(SignedIn me, Matter matter, long id) {
    return jdbc.sql("select exists (" + PUBLISHED + TO_BE_CITED + " and c.id = :id)")
        .param("talk", matter.talk())
        .param("id", id)
        .query(Boolean.class)
        .single();
  }
}
