package org.yueyuetan.platform.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.yueyuetan.engine.group.Constraints;
import org.yueyuetan.engine.group.Dictionary;
import org.yueyuetan.engine.group.Group;
import org.yueyuetan.engine.group.Grouper;
import org.yueyuetan.engine.group.Grouping;
import org.yueyuetan.engine.group.Text;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Groups the texts of a table by what they are about and prints the groups as JSON. */
@Command(
    name = "group",
    mixinStandardHelpOptions = true,
    header = "Groups short Chinese texts by subject; prints JSON. 按主题归并短文本，输出 JSON。",
    footer = {
      "",
      "Word list: one entry a line; further words on it mean the same; -words say nothing; @places.",
      "Constraints: {\"merges\":[[id,…]],\"splits\":[[id,…]],\"names\":[{\"name\":…,\"anchors\":[id,…]}]}",
    })
public final class GroupCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--texts", required = true, description = "table (CSV) of texts 文本表")
  private Path texts = Path.of("");

  @Option(names = "--id", defaultValue = "id", description = "column of ids 编号列 (${DEFAULT-VALUE})")
  private String id = "";

  @Option(
      names = "--text",
      defaultValue = "text",
      split = ",",
      description = "columns that say what it is about 文本列 (${DEFAULT-VALUE})")
  private List<String> text = List.of();

  @Option(names = "--kind", description = "column counted per group 类别列")
  private @Nullable String kind;

  @Option(names = "--district", description = "column counted per group 地区列")
  private @Nullable String district;

  @Option(names = "--month", description = "column that begins with yyyy-MM, for growth 月份列")
  private @Nullable String month;

  @Option(names = "--words", description = "own word list beside the standard one 词表")
  private @Nullable Path words;

  @Option(names = "--constraints", description = "merges, splits and names (JSON) 人工调整")
  private @Nullable Path constraints;

  @Override
  public Integer call() {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    var grouping = grouped(new Grouper(dictionary()), read(), decided());
    out.println(JsonMapper.builder().build().writeValueAsString(json(grouping)));
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private Grouping grouped(Grouper grouper, List<Text> read, Constraints decided) {
    try {
      return grouper.group(read, decided);
    } catch (IllegalArgumentException contradiction) {
      throw new BadInput("%s: %s".formatted(constraints, contradiction.getMessage()));
    }
  }

  private List<Text> read() {
    var file = CsvFile.read(texts);
    int idColumn = file.column(id);
    var textColumns = new ArrayList<Integer>();
    for (var column : text) {
      textColumns.add(file.column(column));
    }
    int kindColumn = column(file, kind);
    int districtColumn = column(file, district);
    int monthColumn = column(file, month);
    Map<String, Integer> rowOf = new HashMap<>();
    var read = new ArrayList<Text>(file.rows().size());
    for (var row : file.rows()) {
      var name = CsvFile.cell(row, idColumn);
      if (name.isEmpty()) {
        throw bad(file, row, id, "is empty; every text needs an id 编号为空，请补填");
      }
      var before = rowOf.put(name, file.number(row));
      if (before != null) {
        throw bad(
            file,
            row,
            id,
            "%s stands in row %d already; ids are unique 编号重复".formatted(name, before));
      }
      read.add(
          new Text(
              name,
              textColumns.stream()
                  .map(column -> CsvFile.cell(row, column))
                  .collect(Collectors.joining("\n")),
              cell(row, kindColumn),
              cell(row, districtColumn),
              month(file, row, monthColumn)));
    }
    return read;
  }

  private static int column(CsvFile file, @Nullable String name) {
    return name == null ? -1 : file.column(name);
  }

  private static String cell(CSVRecord row, int column) {
    return column < 0 ? "" : CsvFile.cell(row, column);
  }

  private Optional<YearMonth> month(CsvFile file, CSVRecord row, int column) {
    var cell = cell(row, column);
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(YearMonth.parse(cell.substring(0, Math.min(7, cell.length()))));
    } catch (DateTimeException notAMonth) {
      throw bad(
          file,
          row,
          String.valueOf(month),
          "%s is no month; write 2021-11 请写成 2021-11".formatted(cell));
    }
  }

  private static BadInput bad(CsvFile file, CSVRecord row, String column, String what) {
    return new BadInput(
        "%s, row %d, column %s: %s".formatted(file.name(), file.number(row), column, what));
  }

  private Dictionary dictionary() {
    if (words == null) {
      return Dictionary.standard();
    }
    var lines = CsvFile.text(words).lines().toList();
    try {
      return Dictionary.standardAnd(lines);
    } catch (IllegalArgumentException mistake) {
      throw new BadInput("%s: %s".formatted(words.getFileName(), mistake.getMessage()));
    }
  }

  private Constraints decided() {
    if (constraints == null) {
      return Constraints.NONE;
    }
    try {
      return JsonMapper.builder()
          .build()
          .readValue(CsvFile.text(constraints), Decisions.class)
          .constraints();
    } catch (JacksonException | IllegalArgumentException mistake) {
      throw new BadInput(
          "%s is not as --help shows constraints: %s 格式有误，见 --help"
              .formatted(constraints.getFileName(), mistake.getMessage()));
    }
  }

  private static Map<String, Object> json(Grouping grouping) {
    var json = new LinkedHashMap<String, Object>();
    json.put("groups", grouping.groups().stream().map(GroupCommand::json).toList());
    json.put("alone", grouping.alone());
    json.put("explanation", grouping.explanation());
    return json;
  }

  private static Map<String, Object> json(Group group) {
    var json = new LinkedHashMap<String, Object>();
    group.name().ifPresent(name -> json.put("name", name));
    json.put("label", group.label());
    json.put("size", group.size());
    json.put("representative", group.representative());
    json.put("members", group.members());
    json.put("folded", group.folded());
    group
        .growth()
        .ifPresent(growth ->
            json.put(
                "growth",
                Map.of(
                    "month", growth.month().toString(),
                    "now", growth.now(),
                    "before", growth.before())));
    json.put("kinds", group.kinds());
    json.put("districts", group.districts());
    json.put("explanation", group.explanation());
    return json;
  }
}
