package org.yueyuetan.engine.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * A published conversation as its file has it.
 *
 * @param opinions ids, in the order of columns
 * @param rejected ids of opinions that moderators rejected
 * @param rows votes by column, null where not seen; in the order of rows
 * @param ids of the participants, in the order of rows
 * @param published the group that the reference system gave, by participant
 */
record Conversation(
    List<String> opinions,
    Set<String> rejected,
    List<String> ids,
    List<List<String>> rows,
    Map<String, Integer> published) {

  static Conversation read(String name) {
    try (var votes = new GZIPInputStream(resource(name + ".csv.gz"));
        var list = resource(name + "-rejected.txt")) {
      var lines = new String(votes.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      var header = Arrays.asList(lines.getFirst().split(",", -1));
      int first = header.indexOf("n-disagree") + 1;
      var ids = new ArrayList<String>();
      var rows = new ArrayList<List<String>>();
      Map<String, Integer> published = new HashMap<>();
      for (var line : lines.subList(1, lines.size())) {
        var cells = Arrays.asList(line.split(",", -1));
        ids.add(cells.getFirst());
        rows.add(cells.subList(first, header.size()));
        var group = cells.get(header.indexOf("group-id"));
        if (!group.isEmpty()) {
          published.put(cells.getFirst(), Integer.valueOf(group));
        }
      }
      var rejected = new String(list.readAllBytes(), StandardCharsets.UTF_8);
      return new Conversation(
          header.subList(first, header.size()),
          Set.copyOf(rejected.lines().toList()),
          ids,
          rows,
          published);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(Conversation.class.getResourceAsStream("/map/" + name));
  }

  Votes votes() {
    return votes(List.copyOf(natural(ids.size())), natural(opinions.size()), ids);
  }

  /** The same conversation with rows and columns in another order. */
  Votes shuffled(long seed) {
    var random = new Random(seed);
    var rowOrder = natural(ids.size());
    var columnOrder = natural(opinions.size());
    Collections.shuffle(rowOrder, random);
    Collections.shuffle(columnOrder, random);
    return votes(rowOrder, columnOrder, ids);
  }

  /** The same votes cast by people of other names. */
  Votes renamed(long seed) {
    var names = new ArrayList<>(ids);
    Collections.shuffle(names, new Random(seed));
    return votes(natural(ids.size()), natural(opinions.size()), names);
  }

  private Votes votes(List<Integer> rowOrder, List<Integer> columnOrder, List<String> names) {
    var votes = new VotesBuilder(opinions, rejected);
    for (int row : rowOrder) {
      votes.participant(names.get(row));
      for (int column : columnOrder) {
        var cell = rows.get(row).get(column);
        if (!cell.isEmpty()) {
          votes.vote(opinions.get(column), vote(cell));
        }
      }
    }
    return votes.build();
  }

  private static Vote vote(String cell) {
    return switch (cell) {
      case "1" -> Vote.AGREE;
      case "0" -> Vote.PASS;
      case "-1" -> Vote.DISAGREE;
      default -> throw new IllegalArgumentException(cell);
    };
  }

  private static List<Integer> natural(int count) {
    var natural = new ArrayList<Integer>();
    for (int i = 0; i < count; i++) {
      natural.add(i);
    }
    return natural;
  }
}
