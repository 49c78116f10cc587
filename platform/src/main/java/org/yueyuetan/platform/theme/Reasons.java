package org.yueyuetan.platform.theme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.yueyuetan.engine.theme.Score;

/** Puts the engine's reasons into sentences of the bundle, with titles and names instead of ids. */
final class Reasons {

  private static final int NAMED = 6;

  /** Begins the keys of the engine's statements about themes. */
  private static final String ENGINE = "theme.";

  private final Map<String, String> titles;
  private final LongFunction<String> organizationName;

  Reasons(Ballot ballot, LongFunction<String> organizationName) {
    this.titles =
        ballot.candidates().stream()
            .collect(Collectors.toMap(c -> String.valueOf(c.theme()), Ballot.Candidate::title));
    this.organizationName = organizationName;
  }

  Explanation of(org.yueyuetan.engine.Explanation reason) {
    var sentence = sentence(reason.key(), reason.values());
    var parts = new ArrayList<>(sentence.parts());
    reason.because().forEach(part -> parts.add(of(part)));
    return sentence.because(parts);
  }

  private Explanation sentence(String key, Map<String, Object> values) {
    return switch (key.substring(ENGINE.length())) {
      case "only" -> Explanation.of("theme.why.only", title(values, "winner"));
      case "winner" ->
          Explanation.of(
              "theme.why.winner",
              title(values, "winner"),
              score(values, "score"),
              title(values, "runnerUp"),
              score(values, "runnerUpScore"));
      case "overdue" ->
          Explanation.of(
                  "theme.why.overdue",
                  ((Collection<?>) value(values, "voters")).size(),
                  year(values),
                  month(values),
                  titles(values))
              .because(names((Collection<?>) value(values, "voters")));
      case "support", "runner-up" ->
          Explanation.of(
              key.equals(ENGINE + "support") ? "theme.why.support" : "theme.why.runnerUp",
              title(values, "candidate"),
              value(values, "supporters"),
              value(values, "voters"));
      case "waiting" -> {
        var each = (Map<?, ?>) value(values, "voters");
        yield Explanation.of(
                "theme.why.waiting." + standing(values),
                each.size(),
                year(values),
                month(values),
                range(values))
            .because(names(each.keySet()));
      }
      case "served" -> {
        var each = (Map<?, ?>) value(values, "voters");
        yield Explanation.of("theme.why.served." + standing(values), each.size(), range(values))
            .because(names(each.keySet()));
      }
      case "tie" -> Explanation.of("theme.why.tie", title(values, "winner"));
      default -> throw new IllegalStateException("no sentence for " + key);
    };
  }

  private static String year(Map<String, Object> values) {
    return String.valueOf(YearMonth.parse(String.valueOf(value(values, "since"))).getYear());
  }

  private static String month(Map<String, Object> values) {
    return String.valueOf(YearMonth.parse(String.valueOf(value(values, "since"))).getMonthValue());
  }

  private static String range(Map<String, Object> values) {
    var least = rounded(value(values, "least"));
    var most = rounded(value(values, "most"));
    return least.equals(most) ? least : least + "–" + most;
  }

  /** What the rule counts for each organization: people should not have to guess. */
  private static String standing(Map<String, Object> values) {
    return switch (String.valueOf(value(values, "standing"))) {
      case "times satisfied" -> "turns";
      case "turns owed" -> "owed";
      case "rounds waited" -> "waited";
      case "credit" -> "credit";
      case "load" -> "load";
      default -> "weight";
    };
  }

  private static String score(Map<String, Object> values, String name) {
    var parts = ((Score) value(values, name)).parts();
    return parts.isEmpty()
        ? "–"
        : parts.stream().map(Reasons::rounded).collect(Collectors.joining(" / "));
  }

  /** Two decimals do in a sentence; more of them are on the page of the check. */
  private static String rounded(Object number) {
    return new BigDecimal(number.toString())
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  private String title(Map<String, Object> values, String name) {
    var id = String.valueOf(value(values, name));
    return titles.getOrDefault(id, id);
  }

  private String titles(Map<String, Object> values) {
    return ((Collection<?>) value(values, "candidates"))
        .stream()
            .map(id -> titles.getOrDefault(id, String.valueOf(id)))
            .collect(Collectors.joining("、"));
  }

  private List<Explanation> names(Collection<?> organizations) {
    var named = new ArrayList<String>();
    for (var id : organizations.stream().limit(NAMED).toList()) {
      named.add(organizationName.apply(Long.parseLong(String.valueOf(id))));
    }
    return List.of(
        Explanation.of(
            Explanation.NAMES,
            String.join("、", named) + (organizations.size() > NAMED ? " …" : "")));
  }

  private static Object value(Map<String, Object> values, String name) {
    return java.util.Objects.requireNonNull(values.get(name), name);
  }
}
