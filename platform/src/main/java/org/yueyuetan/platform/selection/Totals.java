package org.yueyuetan.platform.selection;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yueyuetan.platform.project.Kind;
import org.yueyuetan.platform.project.Quantities;

/** Amounts of pairs, added up for each sort of thing: hours and yuan make no sum. */
public record Totals(List<Sum> sums) {

  /** So much of one sort. */
  public record Sum(Kind kind, String unit, long amount) {
    public String told(Locale locale) {
      return Quantities.told(kind, amount, unit, locale);
    }
  }

  private record Sort(Kind kind, String unit) {}

  static Totals of(Collection<Paired> pairs) {
    return new Totals(
        pairs.stream()
            .collect(
                Collectors.groupingBy(
                    each -> new Sort(each.project().kind(), each.project().unit()),
                    LinkedHashMap::new,
                    Collectors.summingLong(each -> each.pair().amount())))
            .entrySet()
            .stream()
            .map(each -> new Sum(each.getKey().kind(), each.getKey().unit(), each.getValue()))
            .sorted(Comparator.comparing(Sum::kind).thenComparing(Sum::unit))
            .toList());
  }

  public String told(Locale locale) {
    return sums.stream().map(sum -> sum.told(locale)).collect(Collectors.joining(" · "));
  }
}
