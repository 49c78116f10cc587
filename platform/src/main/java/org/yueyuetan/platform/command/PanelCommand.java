package org.yueyuetan.platform.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.yueyuetan.engine.panel.Answer;
import org.yueyuetan.engine.panel.Convener;
import org.yueyuetan.engine.panel.Convening;
import org.yueyuetan.engine.panel.Draw;
import org.yueyuetan.engine.panel.Lottery;
import org.yueyuetan.engine.panel.Member;
import org.yueyuetan.engine.panel.Panel;
import org.yueyuetan.engine.panel.Quota;
import org.yueyuetan.engine.panel.Relaxation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Finds the fairest lottery over panels from two tables, draws, and prints all of it as JSON. */
@Command(
    name = "panel",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "The fairest lottery over panels within quotas; prints JSON. 按配额公平抽签确定邀请名单，输出 JSON。",
    footer = {
      "",
      "Quotas: columns feature,value,min,max (or category,feature,min,max); feature names a column",
      "of the pool; the value * stands for each value of the column, as at most one of a household.",
      "配额表的列：feature,value,min,max；feature 为名册中的列名，value 写 * 表示该列每一个取值。",
      "How the seed becomes a panel is told in docs/panel.md; anyone can repeat it.",
    })
public final class PanelCommand implements Callable<Integer> {

  private static final String EACH = "*";

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--pool", required = true, description = "table (CSV) of members 名册")
  private Path pool = Path.of("");

  @Option(names = "--quotas", required = true, description = "table (CSV) of quotas 配额表")
  private Path quotas = Path.of("");

  @Option(names = "--size", required = true, description = "seats 席位数")
  private int size;

  @Option(
      names = "--id",
      description = "column of ids; id, or the number of the row if there is none 编号列，缺省为 id 列或行号")
  private @Nullable String id;

  @Option(
      names = "--must",
      description = "column: 1 or yes for members to invite in any case 必邀列，1 为必邀")
  private @Nullable String must;

  @Option(names = "--chance", description = "column of least chances, 0 to 1 最低机会列")
  private @Nullable String chance;

  @Option(names = "--invited", description = "column: how often invited before 已受邀次数列")
  private @Nullable String invited;

  @Option(names = "--seed", description = "draws with this seed 抽签种子")
  private @Nullable String seed;

  @Option(
      names = "--declined",
      description = {
        "ids, with commas, of those drawn who declined: draws substitutes; once for each round",
        "谢绝者编号，逗号分隔，抽取递补；每轮递补写一次"
      })
  private List<String> declined = List.of();

  @Override
  public Integer call() {
    var line = Objects.requireNonNull(spec).commandLine();
    if (seed == null && !declined.isEmpty()) {
      throw new CommandLine.ParameterException(
          line, "--declined needs the --seed of the draw; 递补需给出抽签种子");
    }
    var convening = convening();
    var lottery = lottery(convening);
    var json = json(lottery);
    if (seed == null) {
      json.put("drawn", List.of());
    } else {
      var draw = lottery.draw(seed, 1);
      json.put("drawn", draw.members());
      json.put("seed", seed);
      json.put("draw", json(draw));
      if (!declined.isEmpty()) {
        json.put("substitutes", substitutes(convening, draw, seed));
      }
    }
    json.put("explanation", ExplanationJson.of(lottery.explanation()));
    line.getOut().println(JsonMapper.builder().build().writeValueAsString(json));
    line.getOut().flush();
    return CommandLine.ExitCode.OK;
  }

  private Convening convening() {
    var members = CsvFile.read(pool);
    var asked = quotas(members);
    var read = members(members, asked);
    try {
      return new Convening(read, asked, size);
    } catch (IllegalArgumentException faulty) {
      throw new BadInput("%s: %s".formatted(members.name(), faulty.getMessage()));
    }
  }

  private List<Quota> quotas(CsvFile members) {
    var file = CsvFile.read(quotas);
    int feature = file.column(featureColumn(file));
    int value = file.column(valueColumn(file));
    int min = file.column("min");
    int max = file.column("max");
    Map<List<String>, Integer> rowOf = new HashMap<>();
    var read = new ArrayList<Quota>();
    var each = new ArrayList<Quota>();
    for (var row : file.rows()) {
      var named = CsvFile.cell(row, feature);
      if (!members.header().contains(named)) {
        throw bad(
            file,
            row,
            "feature",
            "%s has no column \"%s\"; it has %s 名册没有这一列"
                .formatted(members.name(), named, String.join(", ", members.header())));
      }
      var key = List.of(named, CsvFile.cell(row, value));
      var before = rowOf.put(key, file.number(row));
      if (before != null) {
        throw bad(file, row, "value", "stands in row %d already; keep one 配额重复".formatted(before));
      }
      int least = whole(file, row, min, "min");
      int most = whole(file, row, max, "max");
      if (most < least) {
        throw bad(
            file, row, "max", "%d is below min %d; exchange them 上限低于下限".formatted(most, least));
      }
      (key.getLast().equals(EACH) ? each : read).add(new Quota(named, key.getLast(), least, most));
    }
    each.forEach(quota -> read.addAll(ofEachValue(quota, members, rowOf.keySet())));
    return read;
  }

  /** A quota for each value of the column that has no row of its own; those that bind nobody go. */
  private static List<Quota> ofEachValue(Quota each, CsvFile members, Set<List<String>> own) {
    int column = members.column(each.feature());
    return members.rows().stream()
        .map(row -> CsvFile.cell(row, column))
        .filter(value -> !value.isEmpty() && !own.contains(List.of(each.feature(), value)))
        .collect(Collectors.groupingBy(value -> value, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(value -> each.min() > 0 || value.getValue() > each.max())
        .map(value -> new Quota(each.feature(), value.getKey(), each.min(), each.max()))
        .toList();
  }

  /** The tables of sortition tools say category and feature where ours say feature and value. */
  private static String featureColumn(CsvFile file) {
    return sortition(file) ? "category" : "feature";
  }

  private static String valueColumn(CsvFile file) {
    return sortition(file) ? "feature" : "value";
  }

  private static boolean sortition(CsvFile file) {
    return file.header().contains("category") && !file.header().contains("value");
  }

  private List<Member> members(CsvFile file, List<Quota> asked) {
    var idName = id == null ? "id" : id;
    boolean numbered = id == null && !file.header().contains(idName);
    int idColumn = numbered ? -1 : file.column(idName);
    var columns = new LinkedHashMap<String, Integer>();
    asked.forEach(quota -> columns.computeIfAbsent(quota.feature(), file::column));
    int mustColumn = must == null ? -1 : file.column(must);
    int chanceColumn = chance == null ? -1 : file.column(chance);
    int invitedColumn = invited == null ? -1 : file.column(invited);
    Map<String, Integer> rowOf = new HashMap<>();
    var read = new ArrayList<Member>();
    for (var row : file.rows()) {
      var name = numbered ? String.valueOf(file.number(row)) : CsvFile.cell(row, idColumn);
      if (name.isEmpty()) {
        throw bad(file, row, idName, "is empty; every member needs an id 编号为空，请补填");
      }
      var before = rowOf.put(name, file.number(row));
      if (before != null) {
        throw bad(
            file,
            row,
            idName,
            "%s stands in row %d already; ids are unique 编号重复".formatted(name, before));
      }
      var features = new HashMap<String, String>();
      columns.forEach((feature, column) -> features.put(feature, CsvFile.cell(row, column)));
      read.add(
          new Member(
              name,
              features,
              mustColumn >= 0 && yes(file, row, mustColumn),
              chanceColumn < 0 ? 0 : share(file, row, chanceColumn),
              invitedColumn < 0 ? 0 : whole(file, row, invitedColumn, String.valueOf(invited))));
    }
    return read;
  }

  private boolean yes(CsvFile file, CSVRecord row, int column) {
    var cell = CsvFile.cell(row, column);
    return switch (cell) {
      case "1", "yes", "是" -> true;
      case "", "0", "no", "否" -> false;
      default ->
          throw bad(
              file,
              row,
              String.valueOf(must),
              "%s is neither yes nor no; write 1 or 0 请写 1 或 0".formatted(cell));
    };
  }

  private static int whole(CsvFile file, CSVRecord row, int column, String name) {
    var cell = CsvFile.cell(row, column);
    try {
      int number = Integer.parseInt(cell);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // told below, as negative numbers are
    }
    throw bad(
        file,
        row,
        name,
        "\"%s\" is no whole number from 0 on; write one, such as 3 请填非负整数".formatted(cell));
  }

  private double share(CsvFile file, CSVRecord row, int column) {
    var cell = CsvFile.cell(row, column);
    try {
      double share = cell.isEmpty() ? 0 : Double.parseDouble(cell);
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException notANumber) {
      // told below, as numbers out of range are
    }
    throw bad(
        file,
        row,
        String.valueOf(chance),
        "\"%s\" is no chance; write a number from 0 to 1, such as 0.2 请填 0 到 1 之间的数"
            .formatted(cell));
  }

  private Lottery lottery(Convening convening) {
    return switch (answer(convening)) {
      case Lottery lottery -> lottery;
      case Relaxation relaxation ->
          throw new BadInput(
              "%s cannot all be kept; the smallest change: %s. 配额无法同时满足，最小调整如上。"
                  .formatted(
                      quotas.getFileName(),
                      relaxation.changes().stream()
                          .map(this::change)
                          .collect(Collectors.joining("; "))));
    };
  }

  private Answer answer(Convening convening) {
    try {
      return Convener.convene(convening);
    } catch (IllegalArgumentException tooHard) {
      throw new BadInput(
          "%s: %s. 配额过细，未能算出名单，请减少配额。".formatted(quotas.getFileName(), tooHard.getMessage()));
    }
  }

  private String change(Relaxation.Change change) {
    var file = CsvFile.read(quotas);
    var before = change.before();
    var row =
        file.rows().stream()
            .filter(each ->
                CsvFile.cell(each, file.column(featureColumn(file))).equals(before.feature())
                    && Set.of(before.value(), EACH)
                        .contains(CsvFile.cell(each, file.column(valueColumn(file)))))
            .max(
                Comparator.comparing(each ->
                    CsvFile.cell(each, file.column(valueColumn(file))).equals(before.value())))
            .orElseThrow();
    var words = new ArrayList<String>();
    if (change.after().min() < before.min()) {
      words.add("column min: write %d, not %d".formatted(change.after().min(), before.min()));
    }
    if (change.after().max() > before.max()) {
      words.add("column max: write %d, not %d".formatted(change.after().max(), before.max()));
    }
    return "row %d (%s = %s), %s"
        .formatted(file.number(row), before.feature(), before.value(), String.join(", ", words));
  }

  /** Round after round, each of the panel that the round before left. */
  private List<Map<String, Object>> substitutes(Convening first, Draw drawn, String seed) {
    var rounds = new ArrayList<Map<String, Object>>();
    var convening = first;
    var draw = drawn;
    for (var typed : declined) {
      try {
        var gone = Stream.of(typed.split(",")).map(String::strip).collect(Collectors.toSet());
        convening = Convener.substitutes(convening, draw, gone);
      } catch (IllegalArgumentException impossible) {
        throw new BadInput("--declined: %s 无法递补，请核对编号和人数".formatted(impossible.getMessage()));
      }
      draw = lottery(convening).draw(seed, draw.round() + 1);
      rounds.add(json(draw));
    }
    return rounds;
  }

  private static BadInput bad(CsvFile file, CSVRecord row, String column, String what) {
    return new BadInput(
        "%s, row %d, column %s: %s".formatted(file.name(), file.number(row), column, what));
  }

  private static Map<String, Object> json(Lottery lottery) {
    var json = new LinkedHashMap<String, Object>();
    json.put("minimum", lottery.minimum());
    json.put("gap", lottery.gap());
    json.put("claims", lottery.claims());
    json.put("granted", lottery.granted());
    json.put("probabilities", lottery.chances());
    json.put("tickets", Lottery.TICKETS);
    json.put("panels", lottery.panels().stream().map(PanelCommand::json).toList());
    json.put("levels", lottery.levels());
    json.put("inequalities", lottery.inequalities());
    return json;
  }

  private static Map<String, Object> json(Panel panel) {
    var json = new LinkedHashMap<String, Object>();
    json.put("weight", panel.weight());
    json.put("firstTicket", panel.firstTicket());
    json.put("tickets", panel.tickets());
    json.put("members", panel.members());
    return json;
  }

  private static Map<String, Object> json(Draw draw) {
    var json = new LinkedHashMap<String, Object>();
    json.put("round", draw.round());
    json.put("commitment", draw.commitment());
    json.put("hash", draw.hash());
    json.put("ticket", draw.ticket());
    json.put("members", draw.members());
    return json;
  }
}
