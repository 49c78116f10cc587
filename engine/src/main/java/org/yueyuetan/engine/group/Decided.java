package org.yueyuetan.engine.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What staff decided, in the numbers of this run's texts.
 *
 * @param together texts that are in one group
 * @param apart sets of texts no two of which are in one group
 * @param named every text that a merge or split names; such a text is not folded into another
 */
record Decided(Together together, List<int[]> apart, BitSet named) {

  /**
   * Looks the ids up.
   *
   * @param ids the number of each text by its id
   * @throws IllegalArgumentException when two texts are to be both together and apart
   */
  static Decided of(Constraints constraints, Map<String, Integer> ids) {
    var together = new Together(ids.size());
    var named = new BitSet();
    for (var merge : constraints.merges()) {
      int[] texts = known(merge, ids);
      for (int text : texts) {
        together.join(texts[0], text);
        named.set(text);
      }
    }
    var apart = new ArrayList<int[]>();
    for (var split : constraints.splits()) {
      int[] texts = known(split, ids);
      for (int text : texts) {
        named.set(text);
      }
      long units = Arrays.stream(texts).map(together::first).distinct().count();
      if (units < texts.length) {
        throw new IllegalArgumentException(
            "a merge and a split contradict each other: of the texts "
                + split.stream().sorted().toList()
                + " no two may be in one group, but merges put two of them together");
      }
      apart.add(texts);
    }
    return new Decided(together, apart, named);
  }

  private static int[] known(Set<String> set, Map<String, Integer> ids) {
    return set.stream()
        .map(ids::get)
        .filter(Objects::nonNull)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }
}
