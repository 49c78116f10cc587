package org.yueyuetan.platform.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.engine.Explanation;
import org.yueyuetan.engine.suggest.Given;
import org.yueyuetan.engine.suggest.Match;
import org.yueyuetan.engine.suggest.Part;
import org.yueyuetan.engine.suggest.Span;
import org.yueyuetan.engine.suggest.Wanted;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.project.Partners;

/**
 * Who of a round could work with whom, before people choose: computed once from what takes part,
 * for that does not change while the round is open.
 */
@Component
class Suggestions {

  /** Beyond so many for each, the order says nothing any more. */
  private static final int MOST = 30;

  private static final int ROUNDS_KEPT = 8;

  private static final String TEXTS =
      """
      select e.id, concat_ws(' ', p.title, p.goal, p.beneficiaries, v.title, v.text, e.title) as text,
             coalesce(p.field, v.field) as field, coalesce(p.region_code, v.region_code) as region,
             coalesce(p.from_date, v.from_date) as from_date, coalesce(p.until_date, v.until_date) as until_date
      from selection_entry e
        left join project_item i on i.id = e.item_id
        left join project p on p.id = i.project_id
        left join provision v on v.id = e.provision_id
      where e.selection_id = :selection
      """;

  private record Text(long entry, String text, Field field, String region, Span span) {}

  private final JdbcClient jdbc;
  private final Partners partners;
  private final Map<String, org.yueyuetan.engine.suggest.Suggestions> kept =
      new LinkedHashMap<>(ROUNDS_KEPT, .75f, true) {
        @Override
        protected boolean removeEldestEntry(
            Map.Entry<String, org.yueyuetan.engine.suggest.Suggestions> eldest) {
          return size() > ROUNDS_KEPT;
        }
      };

  Suggestions(JdbcClient jdbc, Partners partners) {
    this.jdbc = jdbc;
    this.partners = partners;
  }

  /** What there is for one entry. */
  record Of(Map<Long, Suggested> byOther) {
    Optional<Suggested> of(Entry other) {
      return Optional.ofNullable(byOther.get(other.id()));
    }
  }

  /** No two openings have the same commitment, so one round is never taken for another. */
  Of of(Selection selection, Entry entry, Entries all) {
    org.yueyuetan.engine.suggest.Suggestions round;
    synchronized (kept) {
      round = kept.computeIfAbsent(selection.commitment(), once -> compute(selection.id(), all));
    }
    var id = String.valueOf(entry.id());
    var matches = entry.side() == Side.PROJECT ? round.ofWanted(id) : round.ofGiven(id);
    return new Of(
        matches.stream()
            .collect(
                Collectors.toMap(
                    match ->
                        Long.valueOf(entry.side() == Side.PROJECT ? match.given() : match.wanted()),
                    Suggestions::told)));
  }

  private org.yueyuetan.engine.suggest.Suggestions compute(long selection, Entries all) {
    var texts = jdbc.sql(TEXTS).param("selection", selection).query(Suggestions::text).list();
    return partners
        .suggester(1, MOST)
        .suggest(
            texts.stream()
                .filter(text -> all.get(text.entry()).side() == Side.PROJECT)
                .map(text -> wanted(all.get(text.entry()), text))
                .toList(),
            texts.stream()
                .filter(text -> all.get(text.entry()).side() == Side.PROVIDER)
                .map(text -> given(all.get(text.entry()), text))
                .toList());
  }

  private Wanted wanted(Entry entry, Text text) {
    return new Wanted(
        String.valueOf(entry.id()),
        text.text(),
        Partners.field(text.field()),
        partners.district(text.region()),
        text.span(),
        List.of(
            new Part("item", entry.kind().name(), entry.quantity(), entry.lot(), entry.unit())));
  }

  private Given given(Entry entry, Text text) {
    return new Given(
        String.valueOf(entry.id()),
        text.text(),
        Partners.field(text.field()),
        partners.district(text.region()),
        text.span(),
        entry.kind().name(),
        entry.quantity(),
        entry.unit());
  }

  /** What speaks for a pair; the sort of thing is the same with all. */
  private static Suggested told(Match match) {
    return new Suggested(
        match.score(),
        match.why().because().stream().flatMap(reason -> words(reason).stream()).toList(),
        match.why().because().stream()
            .filter(reason -> !reason.key().equals("suggest.words") && points(reason) > 0)
            .map(reason -> "selection." + reason.key())
            .toList());
  }

  private static List<String> words(Explanation reason) {
    return reason.values().get("words") instanceof List<?> shared
        ? shared.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static double points(Explanation reason) {
    return reason.values().get("points") instanceof Number points ? points.doubleValue() : 0;
  }

  private static Text text(ResultSet row, int n) throws SQLException {
    var from = Optional.ofNullable(row.getObject("from_date", LocalDate.class));
    var until = Optional.ofNullable(row.getObject("until_date", LocalDate.class));
    return new Text(
        row.getLong("id"),
        row.getString("text"),
        Field.valueOf(row.getString("field")),
        row.getString("region"),
        new Span(from.orElse(LocalDate.MIN), until.orElse(LocalDate.MAX)));
  }
}
