package org.yueyuetan.engine.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Histories for tests, told briefly or read from the author's files. */
final class Histories {

  private static final Path FOLDER = Path.of("src/test/resources/theme");

  private Histories() {}

  /** Rounds called 1, 2, 3 … */
  @SafeVarargs
  static History of(List<String> candidates, Map<String, Set<String>>... rounds) {
    var asked = new ArrayList<Round>();
    for (var approvals : rounds) {
      asked.add(Round.of(String.valueOf(asked.size() + 1), candidates, approvals));
    }
    return new History(asked);
  }

  static JsonNode json(String file) {
    try {
      return JsonMapper.builder().build().readTree(Files.readString(FOLDER.resolve(file)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<String> words(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
  }

  static History history(JsonNode recorded) {
    var voters = words(recorded.get("voters"));
    var rounds = new ArrayList<Round>();
    for (var round : recorded.get("rounds")) {
      var approvals = new LinkedHashMap<String, SequencedSet<String>>();
      for (int voter = 0; voter < voters.size(); voter++) {
        approvals.put(
            voters.get(voter), new LinkedHashSet<>(words(round.get("approvals").get(voter))));
      }
      rounds.add(
          new Round(String.valueOf(rounds.size() + 1), words(round.get("cands")), approvals));
    }
    return new History(rounds);
  }

  /**
   * A folder of profiles, one file a round. A voter approves what stands first, with all that is
   * tied with it.
   */
  static History profiles(String folder) {
    var rounds = new ArrayList<Round>();
    try (var files = Files.list(FOLDER.resolve(folder))) {
      for (var file : files.sorted().toList()) {
        rounds.add(round(String.valueOf(rounds.size() + 1), Files.readAllLines(file)));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new History(rounds);
  }

  private static Round round(String name, List<String> lines) {
    int candidates = Integer.parseInt(lines.getFirst());
    var names = lines.subList(1, candidates + 1).stream().map(line -> line.split(",")[0]).toList();
    var approvals = new LinkedHashMap<String, Set<String>>();
    for (var line : lines.subList(candidates + 2, lines.size())) {
      var voter = line.split(":")[0];
      var ranking = line.substring(line.indexOf(',') + 1);
      var first =
          ranking.startsWith("{")
              ? ranking.substring(1, ranking.indexOf('}'))
              : ranking.split("[,\\[]")[0];
      approvals.put(voter, Set.of(first.split(",")));
    }
    return Round.of(name, names, approvals);
  }
}
