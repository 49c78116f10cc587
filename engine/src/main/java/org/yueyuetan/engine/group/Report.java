package org.yueyuetan.engine.group;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.yueyuetan.engine.Explanation;
import org.yueyuetan.engine.group.Labels.Word;

/**
 * Tells the parts that were found as groups with label, representative, counts and reasons.
 *
 * @param run the texts in canonical order
 * @param leader for each text the one it is folded into
 * @param leaders the texts that are not folded; row i of the vectors is leader i
 */
record Report(
    List<Text> run,
    int[] leader,
    int[] leaders,
    Lexicon lexicon,
    Vectors vectors,
    double background,
    double resolution) {

  /** A part with at least two texts; rows and texts nearest to the centre first. */
  private record Found(int[] rows, List<Text> members, SequencedMap<String, List<String>> folded, double likeness) {}

  Grouping of(int[] part, Constraints constraints) {
    int[][] rowsOf = Parts.members(part, Parts.count(part));
    var followers = followers();
    var found = new ArrayList<Found>();
    var alone = new ArrayList<String>();
    for (int[] rows : rowsOf) {
      var group = found(rows, followers);
      if (group.members.size() > 1) {
        found.add(group);
      } else {
        alone.add(group.members.getFirst().id());
      }
    }
    found.sort(
        Comparator.<Found>comparingInt(group -> -group.members.size())
            .thenComparing(group -> group.members.getFirst().id()));
    alone.sort(Comparator.naturalOrder());
    var labels =
        new Labels(lexicon, found.stream().mapToInt(g -> g.rows.length).average().orElse(1));
    var names = names(found, constraints);
    var growing = months();
    var groups =
        found.stream().map(group -> group(group, labels, names.get(group), growing)).toList();
    return new Grouping(groups, alone, explanation(groups, alone));
  }

  private List<List<Text>> followers() {
    var followers = new ArrayList<List<Text>>();
    int[] row = new int[leader.length];
    for (int i = 0; i < leaders.length; i++) {
      row[leaders[i]] = i;
      followers.add(new ArrayList<>(0));
    }
    for (int text = 0; text < leader.length; text++) {
      if (leader[text] != text) {
        followers.get(row[leader[text]]).add(run.get(text));
      }
    }
    return followers;
  }

  private Found found(int[] rows, List<List<Text>> followers) {
    var centre = new HashMap<Integer, Double>();
    double own = 0;
    for (int row : rows) {
      own += vectors.square(row);
      for (int i = vectors.start()[row]; i < vectors.start()[row + 1]; i++) {
        centre.merge(vectors.term()[i], (double) vectors.weight()[i], Double::sum);
      }
    }
    double square = centre.values().stream().mapToDouble(weight -> weight * weight).sum();
    Map<Integer, Double> nearness = new HashMap<>();
    for (int row : rows) {
      double dot = 0;
      for (int i = vectors.start()[row]; i < vectors.start()[row + 1]; i++) {
        dot += vectors.weight()[i] * Objects.requireNonNull(centre.get(vectors.term()[i]));
      }
      nearness.put(row, dot);
    }
    int[] nearest =
        Arrays.stream(rows)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(row -> -nearness.get(row)).thenComparing(r -> r))
            .mapToInt(Integer::intValue)
            .toArray();
    var members = new ArrayList<Text>();
    var folded = new LinkedHashMap<String, List<String>>();
    for (int row : nearest) {
      var shown = run.get(leaders[row]);
      members.add(shown);
      members.addAll(followers.get(row));
      if (!followers.get(row).isEmpty()) {
        folded.put(shown.id(), followers.get(row).stream().map(Text::id).toList());
      }
    }
    return new Found(nearest, members, folded, Centres.mean(square, own, rows.length));
  }

  /** A name goes to the group with most of its anchors; a group has the name with most anchors. */
  private Map<Found, String> names(List<Found> found, Constraints constraints) {
    record Claim(String name, Found group, long anchors) {}
    Map<String, Found> groupOf = new HashMap<>();
    found.forEach(group -> group.members.forEach(text -> groupOf.put(text.id(), group)));
    Map<Found, String> names = new HashMap<>();
    constraints.names().stream()
        .flatMap(
            name ->
                found.stream()
                    .map(
                        group ->
                            new Claim(
                                name.name(),
                                group,
                                name.anchors().stream()
                                    .filter(id -> groupOf.get(id) == group)
                                    .count()))
                    .filter(claim -> claim.anchors > 0)
                    .max(Comparator.comparingLong(Claim::anchors))
                    .stream())
        .sorted(Comparator.comparingLong(Claim::anchors).reversed().thenComparing(Claim::name))
        .forEach(claim -> names.putIfAbsent(claim.group, claim.name));
    return names;
  }

  private Optional<YearMonth> months() {
    var months = run.stream().flatMap(text -> text.month().stream()).distinct().sorted().toList();
    return months.size() > 1 ? Optional.of(months.getLast()) : Optional.empty();
  }

  private Group group(Found found, Labels labels, @Nullable String name, Optional<YearMonth> latest) {
    var words = labels.of(found.rows);
    var growth =
        latest.map(
            month ->
                new Growth(
                    month, inMonth(found.members, month), inMonth(found.members, month.minusMonths(1))));
    return new Group(
        Optional.ofNullable(name),
        words.stream().map(Word::word).toList(),
        found.members.getFirst().id(),
        found.members.stream().map(Text::id).toList(),
        found.folded,
        growth,
        counts(found.members, Text::kind),
        counts(found.members, Text::district),
        explanation(found, words));
  }

  private static int inMonth(List<Text> members, YearMonth month) {
    return (int) members.stream().filter(text -> text.month().filter(month::equals).isPresent()).count();
  }

  private static SequencedMap<String, Integer> counts(
      List<Text> members, Function<Text, String> attribute) {
    var counts =
        members.stream()
            .map(attribute)
            .filter(value -> !value.isEmpty())
            .collect(groupingBy(identity(), counting()));
    var ordered = new LinkedHashMap<String, Integer>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue().intValue()));
    return ordered;
  }

  private Explanation explanation(Found found, List<Word> words) {
    var reasons = new ArrayList<Explanation>();
    for (var word : words) {
      reasons.add(
          Explanation.of(
              "group.word",
              "%s is in %d of the %d texts here and in %d of all %d"
                  .formatted(
                      word.word(), word.here(), found.rows.length, word.everywhere(), leaders.length),
              values(
                  "word", word.word(),
                  "here", word.here(),
                  "of", found.rows.length,
                  "everywhere", word.everywhere(),
                  "ofAll", leaders.length)));
    }
    int folded = found.members.size() - found.rows.length;
    if (folded > 0) {
      reasons.add(
          Explanation.of(
              "group.folded",
              "%d texts say nearly the same as another one here".formatted(folded),
              values("folded", folded)));
    }
    var representative = found.members.getFirst().id();
    reasons.add(
        Explanation.of(
            "group.representative",
            "Text %s is nearest to the centre of the group".formatted(representative),
            values("representative", representative)));
    double likeness = rounded(found.likeness);
    return Explanation.of(
            "group.together",
            "%d texts are alike by %s on average; two texts at random by %s"
                .formatted(found.members.size(), likeness, rounded(background)),
            values(
                "size", found.members.size(),
                "likeness", likeness,
                "background", rounded(background)))
        .because(reasons);
  }

  private Explanation explanation(List<Group> groups, List<String> alone) {
    return Explanation.of(
            "group.grouping",
            "%d texts fell into %d groups; %d stand alone"
                .formatted(run.size(), groups.size(), alone.size()),
            values("texts", run.size(), "groups", groups.size(), "alone", alone.size()))
        .because(
            List.of(
                Explanation.of(
                    "group.resolution",
                    "Texts of one subject are alike by at least %s on average, where two at random are alike by %s"
                        .formatted(rounded(resolution), rounded(background)),
                    values(
                        "resolution", rounded(resolution), "background", rounded(background))),
                Explanation.of(
                    "group.foldedAll",
                    "%d texts say nearly the same as another one"
                        .formatted(run.size() - leaders.length),
                    values("folded", run.size() - leaders.length))));
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.;
  }

  /** Names and values in turn, in the order told. */
  private static Map<String, Object> values(Object... namesAndValues) {
    var values = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return values;
  }
}
