package org.yueyuetan.platform.theme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Choices as they were made: ballot, seed, result and reasons are kept, so that each can be run
 * again.
 */
@Repository
class Choices {

  private static final TypeReference<LinkedHashMap<String, Long>> BY_RULE =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Choices(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void add(Choice choice) {
    jdbc.sql(
            """
            insert into theme_choice (month, theme_id, rule, proposed, seed, snapshot, result, by_rule, reason,
                                      uncovered, actor, at)
            values (:month, :theme, :rule, :proposed, :seed, cast(:snapshot as jsonb), cast(:result as jsonb),
                    cast(:byRule as json), :reason, cast(:uncovered as jsonb), :actor, :at)
            """)
        .param("month", choice.month().atDay(1))
        .param("theme", choice.theme())
        .param("rule", choice.rule())
        .param("proposed", choice.proposal().map(Proposal::theme).orElse(null))
        .param("seed", choice.ballot().seed())
        .param("snapshot", json.writeValueAsString(choice.ballot()))
        .param("result", json.writeValueAsString(choice.proposal()))
        .param("byRule", json.writeValueAsString(choice.byRule()))
        .param("reason", choice.reason())
        .param("uncovered", json.writeValueAsString(choice.uncovered()))
        .param("actor", choice.actor())
        .param("at", choice.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Choice> find(YearMonth month) {
    return jdbc.sql("select * from theme_choice where month = :month")
        .param("month", month.atDay(1))
        .query((row, n) -> choice(row))
        .optional();
  }

  /** The decided ones of these months, oldest first. */
  List<Ballot.Round> rounds(
      YearMonth first, YearMonth last, Map<YearMonth, List<Ballot.Vote>> votes) {
    return jdbc.sql(
            """
            select c.month, c.theme_id, array_agg(t.id order by t.position, t.id) as candidates
            from theme_choice c join theme t on t.month = c.month and t.status in ('CHOSEN', 'NOT_CHOSEN')
            where c.month between :first and :last
            group by c.month
            order by c.month
            """)
        .param("first", first.atDay(1))
        .param("last", last.atDay(1))
        .query((row, n) -> {
          var past = YearMonth.from(row.getObject("month", LocalDate.class));
          return new Ballot.Round(
              past,
              row.getLong("theme_id"),
              List.of((Long[]) row.getArray("candidates").getArray()),
              votes.getOrDefault(past, List.of()));
        })
        .list();
  }

  private Choice choice(ResultSet row) throws SQLException {
    return new Choice(
        YearMonth.from(row.getObject("month", LocalDate.class)),
        row.getLong("theme_id"),
        row.getString("rule"),
        json.readValue(row.getString("snapshot"), Ballot.class),
        Optional.ofNullable(json.readValue(row.getString("result"), Proposal.class)),
        json.readValue(row.getString("by_rule"), BY_RULE),
        row.getString("reason"),
        Arrays.asList(json.readValue(row.getString("uncovered"), Long[].class)),
        row.getString("actor"),
        row.getTimestamp("at").toInstant());
  }
}
