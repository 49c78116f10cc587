package org.yueyuetan.platform.selection;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
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
    return of(pairs, Paired::project, each -> each.pair().amount());
  }

  /** Of entries, with how much of each there is. */
  static Totals of(Map<Entry, Long> amounts) {
    return of(amounts.entrySet(), Map.Entry::getKey, Map.Entry::getValue);
  }

  private static <T> Totals of(
      Collection<T> all, Function<T, Entry> entry, ToLongFunction<T> amount) {
    return new Totals(
        all.stream()
            .collect(
                Collectors.groupingBy(
                    each -> new Sort(entry.apply(each).kind(), entry.apply(each).unit()),
                    LinkedHashMap::new,
                    Collectors.summingLong(amount)))
            .entrySet()
            .stream()
            .filter(each -> each.getValue() > 0)
            .map(each -> new Sum(each.getKey().kind(), each.getKey().unit(), each.getValue()))
            .sorted(Comparator.comparing(Sum::kind).thenComparing(Sum::unit))
            .toList());
  }

  public String told(Locale locale) {
    return sums.stream().map(sum -> sum.told(locale)).collect(Collectors.joining(" · "));
  }
}
