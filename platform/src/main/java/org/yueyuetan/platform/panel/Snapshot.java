package org.yueyuetan.platform.panel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yueyuetan.engine.panel.Convening;
import org.yueyuetan.engine.panel.Draw;
import org.yueyuetan.engine.panel.Lottery;
import org.yueyuetan.engine.panel.Member;
import org.yueyuetan.engine.panel.Panel;
import org.yueyuetan.engine.panel.Quota;
import org.yueyuetan.platform.document.Sheets;
import org.yueyuetan.platform.document.Table;
import org.yueyuetan.platform.document.UnreadableFile;

/**
 * The list and the quotas that a panel is drawn from, as the two files that anybody may download
 * and give to {@code ./yueyuetan panel}. The platform computes from them and from nothing else.
 *
 * @param pool CSV, a row for each member of the pool
 * @param quotas CSV
 */
public record Snapshot(String pool, String quotas, int seats) {

  private static final String ID = "编号";
  private static final String NAME = "名称";
  private static final String MUST = "必邀";
  private static final String LEAST = "最低机会";
  private static final String INVITED = "近一年受邀次数";
  private static final String[] QUOTA = {"feature", "value", "min", "max"};

  /** Nobody is certain to be drawn for the theme's sake. */
  private static final double MOST_LEAST = .9;

  /** Memory leaves everybody half of an even chance. */
  private static final double KEPT = .5;

  static Snapshot of(Plan plan, List<PoolMember> members, Wording wording) {
    var columns = new LinkedHashMap<String, Allotment>();
    for (var each : plan.allotments()) {
      columns.putIfAbsent(wording.column(each.feature(), each.value()), each);
    }
    var header = new ArrayList<>(List.of(ID, NAME));
    header.addAll(columns.keySet());
    header.add(MUST);
    if (asksLeast(plan)) {
      header.add(LEAST);
    }
    if (plan.memory()) {
      header.add(INVITED);
    }
    var rows = new ArrayList<List<String>>();
    for (var member : members) {
      var row = new ArrayList<>(List.of(String.valueOf(member.organization()), member.name()));
      columns.values().forEach(column -> row.add(cell(member, column, wording)));
      row.add(member.must() ? "1" : "0");
      if (asksLeast(plan)) {
        row.add(
            String.format(
                Locale.ROOT,
                "%.4f",
                member.must() ? 0 : leastChance(plan, member.score(), members.size())));
      }
      if (plan.memory()) {
        row.add(String.valueOf(member.invited()));
      }
      rows.add(row);
    }
    var asked =
        plan.allotments().stream()
            .map(each ->
                List.of(
                    wording.column(each.feature(), each.value()),
                    wording.cell(each.feature(), each.value()),
                    String.valueOf(each.least()),
                    String.valueOf(each.most())))
            .toList();
    return new Snapshot(csv(header, rows), csv(List.of(QUOTA), asked), plan.seats());
  }

  private static boolean asksLeast(Plan plan) {
    return plan.memory() || plan.relevance() != Relevance.NONE;
  }

  /** In even chances: half of one with memory, and what relevance entitles to. */
  static double leastChance(Plan plan, int score, int pool) {
    double kept = plan.memory() ? KEPT : 0;
    double even = (double) plan.seats() / pool;
    return Math.min(MOST_LEAST, even * Math.max(kept, plan.relevance().weight() * score));
  }

  private static String cell(PoolMember member, Allotment column, Wording wording) {
    var value =
        switch (column.feature()) {
          case PARTY -> member.party().name();
          case LEVEL -> member.level().name();
          case DISTRICT -> member.district();
          case FIELD, KIND -> column.value();
        };
    return switch (column.feature()) {
      case FIELD ->
          member.has(Feature.FIELD, column.value()) ? wording.cell(Feature.FIELD, value) : "";
      case KIND -> wording.cell(Feature.KIND, member.kind().name());
      default -> wording.cell(column.feature(), value);
    };
  }

  /**
   * What the engine computes from.
   *
   * @throws IllegalArgumentException when more seats are asked for than there are members
   */
  Convening convening() {
    var table = read(pool);
    var header = table.header();
    int id = header.indexOf(ID);
    var asked = read(quotas).rows().stream().map(Snapshot::quota).toList();
    var members = table.rows().stream().map(row -> member(header, row, id, asked)).toList();
    return new Convening(members, asked, seats);
  }

  private static Quota quota(Table.Row row) {
    return new Quota(
        row.cell(0), row.cell(1), Integer.parseInt(row.cell(2)), Integer.parseInt(row.cell(3)));
  }

  private static Member member(List<String> header, Table.Row row, int id, List<Quota> asked) {
    var features = new HashMap<String, String>();
    asked.forEach(
        quota -> features.put(quota.feature(), row.cell(header.indexOf(quota.feature()))));
    int least = header.indexOf(LEAST);
    int invited = header.indexOf(INVITED);
    return new Member(
        row.cell(id),
        features,
        row.cell(header.indexOf(MUST)).equals("1"),
        least < 0 ? 0 : Double.parseDouble(row.cell(least)),
        invited < 0 ? 0 : Integer.parseInt(row.cell(invited)));
  }

  /** Names by id, in the order of the list. */
  Map<Long, String> names() {
    var names = new LinkedHashMap<Long, String>();
    read(pool).rows().forEach(row -> names.put(Long.valueOf(row.cell(0)), row.cell(1)));
    return names;
  }

  /** Quotas as rows: column, value, fewest, most. */
  public List<List<String>> quotaRows() {
    return read(quotas).rows().stream().map(Table.Row::cells).toList();
  }

  public int size() {
    return read(pool).rows().size();
  }

  /** Of both files, so that nobody exchanges them unnoticed. */
  public String hash() {
    return Draw.commitment(pool + quotas);
  }

  /**
   * The command that draws the same, as a terminal takes it.
   *
   * @param declined ids of those who were not available, a list for each round of substitutes
   */
  public String command(String seed, List<List<Long>> declined) {
    var header = read(pool).header();
    var command =
        new StringBuilder("./yueyuetan panel --pool pool.csv --quotas quotas.csv --size ")
            .append(seats)
            .append(" --id ")
            .append(ID)
            .append(" --must ")
            .append(MUST);
    if (header.contains(LEAST)) {
      command.append(" --chance ").append(LEAST);
    }
    if (header.contains(INVITED)) {
      command.append(" --invited ").append(INVITED);
    }
    if (!seed.isEmpty()) {
      command.append(" --seed '").append(seed.replace("'", "'\\''")).append("'");
    }
    declined.forEach(ids ->
        command
            .append(" --declined ")
            .append(ids.stream().map(String::valueOf).collect(Collectors.joining(","))));
    return command.toString();
  }

  /** The panels of a lottery with their tickets. */
  static String panels(Lottery lottery) {
    return csv(
        List.of("首票号", "票数", "单位编号"),
        lottery.panels().stream()
            .map(panel ->
                List.of(
                    String.valueOf(panel.firstTicket()),
                    String.valueOf(panel.tickets()),
                    String.join(" ", panel.members())))
            .toList());
  }

  /** As they were written by {@link #panels(Lottery)}. */
  static List<Panel> panels(String csv) {
    return read(csv).rows().stream()
        .map(row ->
            new Panel(
                Long.parseLong(row.cell(0)),
                Long.parseLong(row.cell(1)),
                List.of(row.cell(2).split(" "))))
        .toList();
  }

  /** Everybody's chance. */
  String chances(Lottery lottery) {
    var chances = lottery.chances();
    return csv(
        List.of(ID, NAME, "机会"),
        names().entrySet().stream()
            .map(each -> {
              var id = String.valueOf(each.getKey());
              return List.of(
                  id,
                  each.getValue(),
                  String.format(Locale.ROOT, "%.6f", chances.getOrDefault(id, 0.)));
            })
            .toList());
  }

  static Table read(String csv) {
    try {
      return Sheets.read(csv.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableFile broken) {
      throw new IllegalStateException("a list that we wrote ourselves", broken);
    }
  }

  private static String csv(List<String> header, List<List<String>> rows) {
    try (var out = new ByteArrayOutputStream()) {
      Sheets.writeCsv(out, header, rows);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException cannotBe) {
      throw new UncheckedIOException(cannotBe);
    }
  }

  /** Ids as the engine has them. */
  static Set<String> names(List<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.toSet());
  }

  /** Ids as numbers. */
  static List<Long> ids(Stream<String> ids) {
    return ids.map(Long::valueOf).sorted().toList();
  }
}
