package org.yueyuetan.platform.fulfilment;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.agreement.AgreementSigned;
import org.yueyuetan.platform.agreement.Manner;

/**
 * An agreement that two parties signed: the first gives 12 films until the end of 2026, the second
 * 6,000 yuan; two milestones of the first, on 30 June and 20 December.
 */
final class SignedAgreement {

  private static final OffsetDateTime SIGNED = OffsetDateTime.parse("2026-03-01T02:00:00Z");

  private final JdbcClient jdbc;

  SignedAgreement(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long between(ApplicationEventPublisher events, List<Long> parties, Optional<Long> project) {
    var id =
        jdbc.sql(
                """
                insert into agreement (code, number, template, title, purpose, project_id, region_code, from_date,
                                       until_date, clauses, status, signed_at, created_at)
                values ('code-' || :first, '2026-' || :first, 'SERVICE', '网格微服务视频拍摄协议', '拍摄并剪辑全部视频',
                        :project, '371500000000', '2026-03-01', '2026-12-31', '', 'SIGNED', :at, :at)
                returning id
                """)
            .param("first", parties.getFirst())
            .param("project", project.orElse(null))
            .param("at", SIGNED)
            .query(Long.class)
            .single();
    for (var n = 0; n < parties.size(); n++) {
      jdbc.sql(
              """
              insert into agreement_party (agreement_id, position, organization_id, signed_at)
              values (:id, :position, :organization, :at)
              """)
          .param("id", id)
          .param("position", n + 1)
          .param("organization", parties.get(n))
          .param("at", SIGNED)
          .update();
    }
    contribution(id, 1, "SERVICE", "视频拍摄和剪辑", 12, "部");
    contribution(id, 2, "MONEY", "交通补助", 600_000, "");
    milestone(id, 1, "交付前六部视频", "2026-06-30");
    milestone(id, 2, "交付其余六部视频", "2026-12-20");
    events.publishEvent(
        new AgreementSigned(
            id,
            "网格微服务视频拍摄协议",
            "",
            Manner.ELECTRONIC,
            project,
            Optional.empty(),
            Optional.empty(),
            parties,
            List.of()));
    return id;
  }

  private void contribution(
      long agreement, int party, String kind, String title, long quantity, String unit) {
    jdbc.sql(
            """
            insert into agreement_contribution (agreement_id, position, party_id, kind, title, quantity, unit)
            select :id, :party, p.id, :kind, :title, :quantity, :unit
            from agreement_party p where p.agreement_id = :id and p.position = :party
            """)
        .param("id", agreement)
        .param("party", party)
        .param("kind", kind)
        .param("title", title)
        .param("quantity", quantity)
        .param("unit", unit)
        .update();
  }

  private void milestone(long agreement, int position, String title, String due) {
    jdbc.sql(
            """
            insert into agreement_milestone (agreement_id, position, party_id, title, due)
            select :id, :position, p.id, :title, cast(:due as date)
            from agreement_party p where p.agreement_id = :id and p.position = 1
            """)
        .param("id", agreement)
        .param("position", position)
        .param("title", title)
        .param("due", due)
        .update();
  }
}
