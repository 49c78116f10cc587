package org.yueyuetan.platform.command;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.yueyuetan.engine.map.Vote;
import org.yueyuetan.engine.map.Votes;
import org.yueyuetan.engine.map.VotesBuilder;

/**
 * A table of votes as conversations are published: a row for each participant, a column for each
 * opinion. Read row by row, for most of its cells are empty and there may be a hundred million.
 */
record VotesFile(String name) {

  private static final String PARTICIPANT = "participant";

  /** Columns that are no opinions. */
  private static final Set<String> ABOUT =
      Set.of(PARTICIPANT, "xid", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree");

  private record Opinion(int column, String id) {}

  static Votes read(Path votes, @Nullable Path comments) {
    var name = votes.getFileName().toString();
    return new VotesFile(name)
        .read(CsvFile.text(votes), comments == null ? Set.of() : rejected(comments));
  }

  private static Set<String> rejected(Path comments) {
    var file = CsvFile.read(comments);
    int id = file.column("comment-id");
    int moderated = file.column("moderated");
    var known = new HashSet<String>();
    var rejected = new HashSet<String>();
    for (var row : file.rows()) {
      var comment = CsvFile.cell(row, id);
      if (comment.isEmpty() || !known.add(comment)) {
        throw bad(
            file.name(),
            file.number(row),
            "comment-id",
            comment.isEmpty()
                ? "is empty; give the number of the opinion 意见编号为空，请补填"
                : comment + " stands in an earlier row already; keep one 意见编号重复，请保留一行");
      }
      switch (CsvFile.cell(row, moderated)) {
        case "-1" -> rejected.add(comment);
        case "0", "1" -> {}
        default ->
            throw bad(
                file.name(),
                file.number(row),
                "moderated",
                "\"%s\" is not 1 (in), 0 (pending) or -1 (rejected) 应为 1、0 或 -1"
                    .formatted(CsvFile.cell(row, moderated)));
      }
    }
    return rejected;
  }

  private Votes read(String text, Set<String> rejected) {
    var format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    try (var parser = CSVParser.parse(new StringReader(text), format)) {
      var rows = parser.iterator();
      if (!rows.hasNext()) {
        throw new BadInput(
            "%s is empty; its first row names the columns. 文件为空，首行应为列名。".formatted(name));
      }
      var header = rows.next().stream().map(String::strip).toList();
      int participant = header.indexOf(PARTICIPANT);
      if (participant < 0) {
        throw new BadInput(
            "%s has no column \"%s\"; it has %s. Name the participants there. 文件没有“%s”列，请补上参与者编号。"
                .formatted(name, PARTICIPANT, String.join(", ", header), PARTICIPANT));
      }
      var opinions = opinions(header);
      var votes = new VotesBuilder(opinions.stream().map(Opinion::id).toList(), rejected);
      Map<String, Long> rowOf = new HashMap<>();
      while (rows.hasNext()) {
        var row = rows.next();
        var id = CsvFile.cell(row, participant);
        if (id.isEmpty()) {
          throw bad(row, PARTICIPANT, "is empty; every participant needs an id 编号为空，请补填");
        }
        var before = rowOf.put(id, row.getRecordNumber());
        if (before != null) {
          throw bad(
              row,
              PARTICIPANT,
              "%s stands in row %d already; keep one row 参与者重复，请保留一行".formatted(id, before));
        }
        votes.participant(id);
        for (var opinion : opinions) {
          var cell = CsvFile.cell(row, opinion.column);
          if (!cell.isEmpty()) {
            votes.vote(opinion.id, vote(row, opinion, cell));
          }
        }
      }
      return votes.build();
    } catch (IOException | UncheckedIOException broken) {
      throw new BadInput(
          "%s is not a CSV table: %s. Save it as CSV again. 文件不是有效的 CSV，请重新另存。"
              .formatted(name, broken.getMessage()));
    }
  }

  private List<Opinion> opinions(List<String> header) {
    var opinions = new ArrayList<Opinion>();
    var known = new HashSet<String>();
    for (int column = 0; column < header.size(); column++) {
      var id = header.get(column);
      if (id.isEmpty() || !known.add(id)) {
        throw new BadInput(
            "%s, row 1, column %d: %s"
                .formatted(
                    name,
                    column + 1,
                    id.isEmpty()
                        ? "has no name; give the number of the opinion 列名为空，请填意见编号"
                        : "%s stands in an earlier column already; keep one 列名重复，请保留一列"
                            .formatted(id)));
      }
      if (!ABOUT.contains(id)) {
        opinions.add(new Opinion(column, id));
      }
    }
    return opinions;
  }

  private Vote vote(CSVRecord row, Opinion opinion, String cell) {
    return switch (cell) {
      case "1" -> Vote.AGREE;
      case "0" -> Vote.PASS;
      case "-1" -> Vote.DISAGREE;
      default ->
          throw bad(
              row,
              opinion.id,
              "\"%s\" is no vote; write 1 (agree), 0 (pass), -1 (disagree) or leave it empty 应为 1、0、-1 或空"
                  .formatted(cell));
    };
  }

  private BadInput bad(CSVRecord row, String column, String what) {
    return bad(name, (int) row.getRecordNumber(), column, what);
  }

  private static BadInput bad(String name, int row, String column, String what) {
    return new BadInput("%s, row %d, column %s: %s".formatted(name, row, column, what));
  }
}
