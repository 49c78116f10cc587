package org.yueyuetan.platform.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.yueyuetan.engine.theme.History;
import org.yueyuetan.engine.theme.Round;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads histories of rounds, voters and approvals, and says exactly what does not fit. */
final class HistoryFile {

  /**
   * A history, and its candidates as the file writes them: numbers stay numbers.
   *
   * @param candidates for each round, by name
   */
  record Recorded(History history, List<Map<String, JsonNode>> candidates) {

    ArrayNode asWritten(List<String> winners) {
      var written = JsonNodeFactory.instance.arrayNode();
      for (int round = 0; round < winners.size(); round++) {
        written.add(candidates.get(round).get(winners.get(round)));
      }
      return written;
    }
  }

  private final Path file;

  private HistoryFile(Path file) {
    this.file = file;
  }

  static List<Recorded> read(Path file) {
    return new HistoryFile(file).read();
  }

  private List<Recorded> read() {
    var json = json();
    if (json.isObject()) {
      return List.of(history(json, "the history"));
    }
    if (!json.isArray()) {
      throw bad("", "is no list of histories; write [{\"voters\":[...],\"rounds\":[...]}]");
    }
    var histories = new ArrayList<Recorded>();
    for (var history : json) {
      histories.add(history(history, "history " + (histories.size() + 1)));
    }
    return histories;
  }

  private JsonNode json() {
    try {
      return JsonMapper.builder().build().readTree(Files.readString(file));
    } catch (NoSuchFileException missing) {
      throw bad("", "is not there; check the path");
    } catch (IOException unreadable) {
      throw bad("", "cannot be read as UTF-8 text (%s)".formatted(unreadable.getMessage()));
    } catch (JacksonException broken) {
      var place = broken.getLocation();
      throw bad(
          "line %d, column %d: ".formatted(place.getLineNr(), place.getColumnNr()),
          "this is not JSON: " + broken.getOriginalMessage());
    }
  }

  private Recorded history(JsonNode json, String where) {
    var voters = json.has("voters") ? names(json, "voters", where) : List.<JsonNode>of();
    var rounds = new ArrayList<Round>();
    var candidates = new ArrayList<Map<String, JsonNode>>();
    for (var round : list(json, "rounds", where)) {
      int number = rounds.size() + 1;
      var name = round.path("name").asString(String.valueOf(number));
      var there = "%s, round %s".formatted(where, name);
      var written = new HashMap<String, JsonNode>();
      var cands = names(round, "cands", there);
      cands.forEach(candidate -> written.put(candidate.asString(), candidate));
      var taking = round.has("voters") ? names(round, "voters", there) : voters;
      try {
        var asked =
            new Round(
                name,
                cands.stream().map(JsonNode::asString).toList(),
                approvals(round, taking, there));
        rounds.add(
            round.has("decided")
                ? asked.decided(name(round.path("decided"), there + ", \"decided\"").asString())
                : asked);
      } catch (IllegalArgumentException faulty) {
        throw bad(where + ", ", faulty.getMessage());
      }
      candidates.add(written);
    }
    try {
      return new Recorded(new History(rounds), candidates);
    } catch (IllegalArgumentException faulty) {
      throw bad(where + ": ", faulty.getMessage());
    }
  }

  private SequencedMap<String, SequencedSet<String>> ballots(
      List<JsonNode> voters, List<JsonNode> lists, String where) {
    var approvals = new LinkedHashMap<String, SequencedSet<String>>();
    for (int voter = 0; voter < voters.size(); voter++) {
      var name = voters.get(voter).asString();
      var approved = new LinkedHashSet<String>();
      for (var candidate : lists.get(voter)) {
        approved.add(name(candidate, "%s, voter %s".formatted(where, name)).asString());
      }
      if (approvals.put(name, approved) != null) {
        throw bad(where + ": ", "voter %s is named twice; name each once".formatted(name));
      }
    }
    return approvals;
  }

  private SequencedMap<String, SequencedSet<String>> approvals(
      JsonNode round, List<JsonNode> voters, String where) {
    var lists = list(round, "approvals", where);
    if (lists.size() != voters.size()) {
      throw bad(
          where + ": ",
          "%d approval lists for %d voters; give each voter one, [] for none"
              .formatted(lists.size(), voters.size()));
    }
    for (int voter = 0; voter < lists.size(); voter++) {
      if (!lists.get(voter).isArray()) {
        throw bad(
            "%s, voter %s: ".formatted(where, voters.get(voter).asString()),
            "approvals must be a list, such as [] or [1, 3], not " + lists.get(voter));
      }
    }
    return ballots(voters, lists, where);
  }

  private List<JsonNode> list(JsonNode json, String field, String where) {
    var list = json.path(field);
    if (!list.isArray()) {
      throw bad(where + ": ", "has no list \"%s\"; add one".formatted(field));
    }
    return List.copyOf(list.values());
  }

  private List<JsonNode> names(JsonNode json, String field, String where) {
    var names = list(json, field, where);
    names.forEach(name -> name(name, "%s, \"%s\"".formatted(where, field)));
    return names;
  }

  private JsonNode name(JsonNode name, String where) {
    if (!name.isString() && !name.isIntegralNumber()) {
      throw bad(where + ": ", "a name must be a text or a whole number, not " + name);
    }
    return name;
  }

  private BadInput bad(String where, @Nullable String what) {
    return new BadInput(
        where.isEmpty() ? "%s %s".formatted(file, what) : "%s: %s%s".formatted(file, where, what));
  }
}
