package org.yueyuetan.platform.disposition;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accepted opinions and an issued document, put straight into the tables. */
final class OpinionFixture {

  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-03-12T07:00:00Z");

  private OpinionFixture() {}

  /** Nobody knows who said it. */
  static long opinion(JdbcClient jdbc, long talk, String text) {
    return insert(jdbc, talk, text, null, null);
  }

  static long opinion(JdbcClient jdbc, long talk, String text, long organization, long guest) {
    return insert(jdbc, talk, text, organization, guest);
  }

  private static long insert(
      JdbcClient jdbc, long talk, String text, @Nullable Long organization, @Nullable Long guest) {
    return jdbc.sql(
            """
            insert into opinion (talk_id, organization_id, invitation_id, speaker, party, text, named, status, origin, recorded_at)
            values (:talk, :organization, :guest, :speaker, 'AGENCY', :text, false, 'ACCEPTED', 'RECORDED', :at)
            returning id
            """)
        .param("talk", talk)
        .param("organization", organization)
        .param("guest", guest)
        .param("speaker", organization == null ? "现场代表" : "组织" + organization)
        .param("text", text)
        .param("at", AT)
        .query(Long.class)
        .single();
  }

  static long draft(JdbcClient jdbc, String title) {
    return jdbc.sql(
            """
            insert into policy (genre, title, region_code, status, drafter, words, created_at)
            values ('NOTICE', :title, '371500000000', 'DRAFT', '李工', to_tsvector('simple', ''), :at)
            returning id
            """)
        .param("title", title)
        .param("at", AT)
        .query(Long.class)
        .single();
  }

  static long policy(JdbcClient jdbc, String title) {
    return jdbc.sql(
            """
            insert into policy (genre, title, region_code, status, drafter, number, sealed_on, issued_at, words, created_at)
            values ('NOTICE', :title, '371500000000', 'ISSUED', '李工', '聊民〔2026〕3号', '2026-03-20', :at,
                    to_tsvector('simple', ''), :at)
            returning id
            """)
        .param("title", title)
        .param("at", AT)
        .query(Long.class)
        .single();
  }
}
