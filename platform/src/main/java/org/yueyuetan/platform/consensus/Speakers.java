package org.yueyuetan.platform.consensus;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yueyuetan.engine.map.Vote;
import org.yueyuetan.platform.opinion.Opinion;

/**
 * Keeps known speakers from being found on the map. Whoever states an opinion agrees with it, so a
 * speaker is one of those who agree with everything that they said, and all their other votes could
 * be read off that dot. Sides are told of as many opinions of a speaker, the most agreed with
 * first, as leave enough people who agree with all of them.
 */
final class Speakers {

  private Speakers() {}

  /** Opinions whose sides would give their speaker away. */
  static Set<Long> betrayedBy(
      List<Opinion> opinions, Collection<Voice> shown, Discretion discretion) {
    var kept = new HashSet<Long>();
    opinions.stream()
        .filter(Speakers::isKnown)
        .collect(groupingBy(opinion -> opinion.invitation().orElseThrow()))
        .forEach((speaker, said) -> {
          if (shown.stream().anyMatch(voice -> voice.guest() == speaker)) {
            kept.addAll(betraying(said, List.copyOf(shown), discretion));
          }
        });
    return kept;
  }

  /** By the name on it, or to all who heard it in the room. */
  private static boolean isKnown(Opinion opinion) {
    return opinion.invitation().isPresent()
        && (opinion.named() || opinion.origin() == Opinion.Origin.RECORDED);
  }

  private static Set<Long> betraying(List<Opinion> said, List<Voice> shown, Discretion discretion) {
    var kept = new HashSet<Long>();
    var crowd = shown;
    var mostAgreedFirst =
        said.stream()
            .sorted(
                Comparator.comparingInt((Opinion opinion) -> -agreeing(shown, opinion).size())
                    .thenComparingLong(Opinion::id))
            .toList();
    for (var opinion : mostAgreedFirst) {
      var smaller = agreeing(crowd, opinion);
      if (discretion.shows(smaller.size())) {
        crowd = smaller;
      } else {
        kept.add(opinion.id());
      }
    }
    return kept;
  }

  private static List<Voice> agreeing(List<Voice> voices, Opinion opinion) {
    return voices.stream().filter(voice -> voice.votes().get(opinion.id()) == Vote.AGREE).toList();
  }
}
