package org.yueyuetan.engine.group;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.yueyuetan.engine.Explanation;
import org.yueyuetan.engine.group.Labels.Word;

/**
 * Tells the parts that were found as groups with label, representative, counts and reasons.
 *
 * @param run the texts in canonical order
 * @param leader for each text the one it is folded into
 * @param leaders the texts that are not folded; row i of the vectors is leader i
 */
@SuppressWarnings("ArrayRecordComponent") // flat arrays for speed; never compared
record Report(
    List<Text> run,
    int[] leader,
    int[] leaders,
    Lexicon lexicon,
    Vectors vectors,
    double background,
    double resolution) {

  /** A part with at least two texts; rows and texts nearest to the centre first. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Found(
      int[] rows, List<Text> members, SequencedMap<String, List<String>> folded, double likeness) {}

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
    var latest = latestMonth();
    var groups = new ArrayList<Group>();
    for (int number = 0; number < found.size(); number++) {
      var name = Optional.ofNullable(names.get(number));
      groups.add(group(found.get(number), labels, name, latest));
    }
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
    double[] nearness = new double[rows.length];
    for (int r = 0; r < rows.length; r++) {
      for (int i = vectors.start()[rows[r]]; i < vectors.start()[rows[r] + 1]; i++) {
        nearness[r] += vectors.weight()[i] * centre.getOrDefault(vectors.term()[i], 0.);
      }
    }
    int[] nearest =
        IntStream.range(0, rows.length)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(r -> -nearness[r]).thenComparing(r -> r))
            .mapToInt(r -> rows[r])
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

  /**
   * By number of the group: a name goes to the group with most of its anchors, and a group has the
   * name with most anchors in it.
   */
  private static Map<Integer, String> names(List<Found> found, Constraints constraints) {
    record Claim(String name, int group, long anchors) {}
    Map<String, Integer> groupOf = new HashMap<>();
    for (int group = 0; group < found.size(); group++) {
      for (var text : found.get(group).members) {
        groupOf.put(text.id(), group);
      }
    }
    var claims = new ArrayList<Claim>();
    for (var name : constraints.names()) {
      name.anchors().stream()
          .filter(groupOf::containsKey)
          .collect(groupingBy(groupOf::get, TreeMap::new, counting()))
          .entrySet()
          .stream()
          .max(
              Map.Entry.<Integer, Long>comparingByValue()
                  .thenComparing(Map.Entry.<Integer, Long>comparingByKey().reversed()))
          .ifPresent(most -> claims.add(new Claim(name.name(), most.getKey(), most.getValue())));
    }
    claims.sort(Comparator.comparingLong(Claim::anchors).reversed().thenComparing(Claim::name));
    Map<Integer, String> names = new HashMap<>();
    claims.forEach(claim -> names.putIfAbsent(claim.group, claim.name));
    return names;
  }

  /** The latest month, when there are several. */
  private Optional<YearMonth> latestMonth() {
    var months = run.stream().flatMap(text -> text.month().stream()).distinct().sorted().toList();
    return months.size() > 1 ? Optional.of(months.getLast()) : Optional.empty();
  }

  private Group group(
      Found found, Labels labels, Optional<String> name, Optional<YearMonth> latest) {
    var words = labels.of(found.rows);
    var growth =
        latest.map(month ->
            new Growth(
                month,
                inMonth(found.members, month),
                inMonth(found.members, month.minusMonths(1))));
    return new Group(
        name,
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
    return (int)
        members.stream().filter(text -> text.month().filter(month::equals).isPresent()).count();
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
                      word.word(),
                      word.here(),
                      found.rows.length,
                      word.everywhere(),
                      leaders.length),
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
                    values("resolution", rounded(resolution), "background", rounded(background))),
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
