package org.yueyuetan.platform.theme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.engine.group.Constraints;
import org.yueyuetan.engine.group.Dictionary;
import org.yueyuetan.engine.group.Grouper;
import org.yueyuetan.engine.group.Growth;
import org.yueyuetan.engine.group.Text;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.need.Kind;
import org.yueyuetan.platform.need.NeedText;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.region.Region;
import org.yueyuetan.platform.region.Regions;
import tools.jackson.databind.json.JsonMapper;

/**
 * Groups the accepted needs of a region so that people see what a month could be about. The groups
 * bind nobody; what staff decided about needs earlier binds the groups: candidates stay together,
 * what was parted stays apart, and names are kept.
 */
@Component
@Transactional
public class Designs {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Needs needs;
  private final ThemeRows rows;
  private final Settings settings;
  private final Regions regions;
  private final Clock clock;

  Designs(
      JdbcClient jdbc,
      JsonMapper json,
      Needs needs,
      ThemeRows rows,
      Settings settings,
      Regions regions,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.needs = needs;
    this.rows = rows;
    this.settings = settings;
    this.regions = regions;
    this.clock = clock;
  }

  /** As last found for the region. */
  @Transactional(readOnly = true)
  public Optional<Design> find(YearMonth month, Scope.Region scope) {
    return jdbc.sql("select result from theme_design where month = :month and region = :region")
        .param("month", month.atDay(1))
        .param("region", scope.prefix())
        .query((row, n) -> design(row))
        .optional();
  }

  /** Reads all accepted needs of the region again. Seconds for thousands of needs. */
  public Design run(YearMonth month, Scope.Region scope) {
    var texts = needs.accepted(scope, Set.of());
    var byId = texts.stream().collect(Collectors.toMap(NeedText::id, Function.identity()));
    var gathered = rows.gatherings(month);
    var found =
        new Grouper(Dictionary.standardAnd(settings.get(Setting.THEME_WORDS).lines().toList()))
            .group(
                texts.stream().map(this::text).toList(),
                constraints(month, gathered, byId.keySet()));
    var placed = placed(gathered);
    var design =
        new Design(
            clock.instant(),
            texts.size(),
            found.groups().stream().map(group -> group(group, byId, placed)).toList(),
            found.alone().stream().map(Long::valueOf).toList());
    store(month, scope, design);
    return design;
  }

  // --- what staff decided ---

  /**
   * Candidates of the month first; of earlier months those that were not chosen, as far as nothing
   * newer says otherwise about their needs. A candidate is held apart from others by one of its
   * needs: by one that is read, for a county reads its own only.
   */
  private Constraints constraints(
      YearMonth month, List<ThemeRows.Gathering> gathered, Set<Long> read) {
    var merges = new ArrayList<Set<String>>();
    var splits = new ArrayList<Set<String>>();
    var names = new ArrayList<Constraints.Name>();
    var decided = new HashSet<String>();
    var byMonth = new LinkedHashMap<YearMonth, List<ThemeRows.Gathering>>();
    gathered.forEach(g -> byMonth.computeIfAbsent(g.month(), m -> new ArrayList<>()).add(g));
    for (var candidates : byMonth.values()) {
      var apart = new LinkedHashSet<String>();
      var now = new HashSet<String>();
      for (var candidate : candidates) {
        var together = new LinkedHashSet<String>();
        candidate.needs().stream()
            .filter(read::contains)
            .forEach(need -> together.add(String.valueOf(need)));
        together.removeAll(decided);
        if (!together.isEmpty()) {
          merges.add(together);
          names.add(new Constraints.Name(candidate.title(), together));
          apart.add(together.getFirst());
          now.addAll(together);
        }
      }
      splits.add(apart);
      decided.addAll(now);
    }
    for (var parted : rows.removals(month)) {
      rows.needsOf(parted.theme()).stream()
          .filter(read::contains)
          .findFirst()
          .ifPresent(
              member -> splits.add(Set.of(String.valueOf(member), String.valueOf(parted.need()))));
    }
    return new Constraints(merges, splits, names);
  }

  // --- reading the result ---

  private Text text(NeedText need) {
    return new Text(
        String.valueOf(need.id()),
        need.title() + "。" + need.text(),
        need.kind().name(),
        regions.county(need.region()).map(Region::code).orElse(need.region()),
        Optional.of(YearMonth.from(need.submittedAt().atZone(clock.getZone()))));
  }

  private static Map<Long, Long> placed(List<ThemeRows.Gathering> gathered) {
    var placed = new HashMap<Long, Long>();
    gathered.stream()
        .filter(ThemeRows.Gathering::current)
        .forEach(
            candidate -> candidate.needs().forEach(need -> placed.put(need, candidate.theme())));
    return placed;
  }

  private Group group(
      org.yueyuetan.engine.group.Group found, Map<Long, NeedText> byId, Map<Long, Long> placed) {
    var ids = found.members().stream().map(Long::valueOf).toList();
    var representative = Objects.requireNonNull(byId.get(Long.valueOf(found.representative())));
    var kinds = new LinkedHashMap<Kind, Integer>();
    found.kinds().forEach((kind, count) -> kinds.put(Kind.valueOf(kind), count));
    return new Group(
        found.name().orElseGet(() -> Group.label(found.label())),
        found.label(),
        representative.id(),
        representative.title(),
        ids,
        found.folded().values().stream().mapToInt(List::size).sum(),
        found.growth().map(Growth::now).orElse(0),
        found.growth().map(Growth::before).orElse(0),
        kinds,
        found.districts(),
        ids.stream().map(placed::get).filter(theme -> theme != null).findFirst(),
        ids.stream().filter(id -> !placed.containsKey(id)).toList());
  }

  private void store(YearMonth month, Scope.Region scope, Design design) {
    jdbc.sql(
            """
            insert into theme_design (month, region, at, result)
            values (:month, :region, :at, cast(:result as json))
            on conflict (month, region) do update set at = excluded.at, result = excluded.result
            """)
        .param("month", month.atDay(1))
        .param("region", scope.prefix())
        .param("at", design.at().atOffset(ZoneOffset.UTC))
        .param("result", json.writeValueAsString(design))
        .update();
  }

  private Design design(ResultSet row) throws SQLException {
    return json.readValue(row.getString("result"), Design.class);
  }
}
