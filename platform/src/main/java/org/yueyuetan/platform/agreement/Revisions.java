package org.yueyuetan.platform.agreement;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.policy.Change;
import org.yueyuetan.platform.policy.Difference;

/** The words of an agreement, revision by revision. */
@Component
public class Revisions {

  private final JdbcClient jdbc;
  private final Clock clock;

  Revisions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A revision.
   *
   * @param changes since the one before
   */
  public record Revision(int number, String actor, Instant at, List<Change> changes) {}

  void keep(Agreement agreement, String actor) {
    jdbc.sql(
            """
            insert into agreement_revision (agreement_id, revision, text, actor, at)
            values (:id, :revision, :text, :actor, :now)
            """)
        .param("id", agreement.id())
        .param("revision", agreement.revision())
        .param("text", text(agreement))
        .param("actor", actor)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private record Kept(int number, String text, String actor, Instant at) {}

  /** Latest first. */
  List<Revision> of(Agreement agreement) {
    var kept =
        jdbc.sql("select * from agreement_revision where agreement_id = :id order by revision")
            .param("id", agreement.id())
            .query((row, n) ->
                new Kept(
                    row.getInt("revision"),
                    row.getString("text"),
                    row.getString("actor"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
            .list();
    var revisions = new ArrayList<Revision>();
    var before = "";
    for (var one : kept) {
      var changes =
          revisions.isEmpty()
              ? List.of(new Change(Change.Kind.KEPT, one.text()))
              : Difference.between(before, one.text());
      revisions.add(new Revision(one.number(), one.actor(), one.at(), changes));
      before = one.text();
    }
    return revisions.reversed();
  }

  /** All that is agreed, line by line. */
  private static String text(Agreement agreement) {
    var lines = new ArrayList<String>();
    lines.add(agreement.title());
    agreement.parties().forEach(party -> lines.add(party.label() + "：" + party.name()));
    lines.add(agreement.purpose());
    agreement
        .contributions()
        .forEach(one ->
            lines.add(
                Party.label(one.party())
                    + "提供："
                    + one.title()
                    + " "
                    + one.told(Locale.SIMPLIFIED_CHINESE)));
    agreement
        .milestones()
        .forEach(one -> lines.add(one.due() + " " + Party.label(one.party()) + "：" + one.title()));
    lines.add("期限：" + agreement.from() + "至" + agreement.until());
    lines.addAll(agreement.clauseLines());
    lines.add(agreement.disclosed() ? "签署后公开全文" : "签署后只公开标题、各方和目的");
    return String.join("\n", lines);
  }
}
