package org.yueyuetan.engine.suggest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yueyuetan.engine.Explanation;

/**
 * A project and something that is given, which come into question for each other.
 *
 * @param part that could be served
 * @param usable how much of it
 * @param likeness of the texts, 0 to 1
 * @param days of the project's time that both have
 */
record Pair(
    Wanted wanted,
    Given given,
    Part part,
    long usable,
    double likeness,
    long days,
    Weights weights,
    double score) {

  /** Of two texts about the same matter a third of the weight is in common, seldom more. */
  static final double FULL_LIKENESS = .35;

  /** Empty when the pair does not come into question. */
  static Optional<Pair> of(Wanted wanted, Given given, double likeness, Weights weights) {
    var part = bestPart(wanted, given);
    long days = part.isEmpty() ? 0 : wanted.span().common(given.span());
    if (days == 0) {
      return Optional.empty();
    }
    var bare =
        new Pair(wanted, given, part.get(), usable(part.get(), given), likeness, days, weights, 0);
    return Optional.of(bare.scored());
  }

  private Pair scored() {
    double sum = words() + field() + district() + span() + amount();
    return new Pair(wanted, given, part, usable, likeness, days, weights, sum);
  }

  /** The part of the sort that is given of which most could be served; the first of equal ones. */
  private static Optional<Part> bestPart(Wanted wanted, Given given) {
    Optional<Part> best = Optional.empty();
    for (var part : wanted.parts()) {
      if (part.kind().equals(given.kind())
          && (!comparable(part, given) || given.limit() >= part.lot())
          && (best.isEmpty() || share(part, given) > share(best.get(), given))) {
        best = Optional.of(part);
      }
    }
    return best;
  }

  private static boolean comparable(Part part, Given given) {
    return part.unit().equals(given.unit());
  }

  private static long usable(Part part, Given given) {
    return comparable(part, given) ? Math.min(part.amount(), given.limit()) : 0;
  }

  private static double share(Part part, Given given) {
    return (double) usable(part, given) / part.amount();
  }

  // --- points ---

  private double words() {
    return weights.words() * Math.min(1, likeness / FULL_LIKENESS);
  }

  private double field() {
    return !wanted.field().isEmpty() && wanted.field().equals(given.field()) ? weights.field() : 0;
  }

  private double district() {
    if (wanted.district().equals(given.district())) {
      return weights.district();
    }
    return wanted.district().isEmpty() || given.district().isEmpty() ? weights.district() / 2.0 : 0;
  }

  private double span() {
    return wanted.span().bounded()
        ? weights.span() * ((double) days / wanted.span().days())
        : weights.span();
  }

  private double amount() {
    return weights.amount() * share(part, given);
  }

  // --- reasons ---

  Match match(List<String> sharedWords) {
    var why =
        Explanation.of(
                "suggest.match",
                "%s could serve %s of %s: %s points"
                    .formatted(given.id(), part.id(), wanted.id(), decimal(score)),
                values("points", score))
            .because(
                List.of(
                    Explanation.of(
                        "suggest.kind",
                        "both are about " + given.kind(),
                        values("kind", given.kind(), "points", 0.0)),
                    wordsReason(sharedWords),
                    compared(
                        "suggest.field", wanted.field(), given.field(), field(), weights.field()),
                    compared(
                        "suggest.district",
                        wanted.district(),
                        given.district(),
                        district(),
                        weights.district()),
                    spanReason(),
                    amountReason()));
    return new Match(wanted.id(), given.id(), part.id(), score, why);
  }

  private Explanation wordsReason(List<String> shared) {
    return Explanation.of(
        "suggest.words",
        "%s %% of the weight of both texts in common: %s"
            .formatted(decimal(100 * likeness), String.join(", ", shared)),
        values("words", shared, "likeness", likeness, "points", words(), "most", weights.words()));
  }

  private static Explanation compared(
      String key, String wanted, String given, double points, int most) {
    return Explanation.of(
        key,
        "\"%s\" is wanted and \"%s\" given".formatted(wanted, given),
        values("wanted", wanted, "given", given, "points", points, "most", most));
  }

  private Explanation spanReason() {
    long of = wanted.span().days();
    return Explanation.of(
        "suggest.span",
        wanted.span().bounded()
            ? "%d of %d days in common".formatted(days, of)
            : "the project names no end",
        values("days", days, "of", of, "points", span(), "most", weights.span()));
  }

  private Explanation amountReason() {
    return Explanation.of(
        "suggest.amount",
        "%d of %d %s".formatted(usable, part.amount(), part.unit()),
        values(
            "part",
            part.id(),
            "usable",
            usable,
            "of",
            part.amount(),
            "points",
            amount(),
            "most",
            weights.amount()));
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  private static Map<String, Object> values(Object... pairs) {
    var values = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return values;
  }
}
