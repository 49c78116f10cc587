package org.yueyuetan.platform.opinion;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.opinion.Likeness.Near;

/** Finds accepted opinions of a talk that say nearly the same as something else. */
@Component
class Nearby {

  private static final int MOST_SHOWN = 3;
  private static final int MOST_OFFERED = 8;

  private record Kept(List<Opinion> accepted, Likeness likeness) {}

  private final Opinions opinions;
  private final Map<Long, Kept> kept = new ConcurrentHashMap<>();

  Nearby(Opinions opinions) {
    this.opinions = opinions;
  }

  /** The words of the nearest to each of some opinions, by their id. */
  Map<Long, List<String>> to(long talk, List<Opinion> judged) {
    var likeness = of(talk).likeness();
    return judged.stream()
        .collect(
            Collectors.toMap(
                Opinion::id,
                one ->
                    firsts(
                            likeness.near(one.text()).stream(),
                            other -> other.id() != one.id(),
                            MOST_SHOWN)
                        .stream()
                        .map(Opinion::text)
                        .toList()));
  }

  /** The nearest to a text among those accepted and some others. */
  List<Opinion> to(long talk, String text, List<Opinion> others) {
    return firsts(
        Stream.concat(
                of(talk).likeness().near(text).stream(), Likeness.of(others).near(text).stream())
            .sorted(Near.NEAREST_FIRST),
        other -> true,
        MOST_SHOWN);
  }

  /**
   * What may stand for the ticked opinions: those with the words that were looked for, or else
   * those nearest to what is ticked.
   */
  List<Opinion> into(long talk, String query, Collection<Long> ticked) {
    var all = of(talk);
    var words = Likeness.plain(query);
    Predicate<Opinion> other = opinion -> !ticked.contains(opinion.id());
    if (!words.isEmpty()) {
      return all.accepted().stream()
          .filter(other)
          .filter(opinion -> Likeness.plain(opinion.text()).contains(words))
          .limit(MOST_OFFERED)
          .toList();
    }
    return firsts(
        opinions.of(ticked).stream()
            .flatMap(one -> all.likeness().near(one.text()).stream())
            .sorted(Near.NEAREST_FIRST),
        other,
        MOST_OFFERED);
  }

  private static List<Opinion> firsts(Stream<Near> near, Predicate<Opinion> wanted, int most) {
    return near.map(Near::opinion).filter(wanted).distinct().limit(most).toList();
  }

  private Kept of(long talk) {
    var accepted = opinions.accepted(talk);
    return kept.compute(
        talk,
        (id, last) ->
            last != null && last.accepted().equals(accepted)
                ? last
                : new Kept(accepted, Likeness.of(accepted)));
  }
}
