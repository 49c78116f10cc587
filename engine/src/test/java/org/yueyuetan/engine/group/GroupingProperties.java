package org.yueyuetan.engine.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class GroupingProperties {

  private final Grouper grouper = new Grouper(Dictionary.standard());

  @Property(tries = 25)
  void everyTextIsInOneGroupOrAloneAndStaffIsObeyed(
      @ForAll @IntRange(min = 2, max = 60) int count, @ForAll int seed) {
    var texts = Generated.needs(count, seed).texts();
    var random = new Random(seed);
    var merge = some(texts, random);
    var split = new HashSet<>(some(texts, random));
    split.removeAll(merge);
    merge.stream().findFirst().ifPresent(split::add);
    var constraints = new Constraints(List.of(merge), List.of(split), List.of());
    var grouping = grouper.group(texts, constraints);

    var told = new ArrayList<>(grouping.alone());
    grouping.groups().forEach(group -> told.addAll(group.members()));
    assertThat(told).containsExactlyInAnyOrderElementsOf(texts.stream().map(Text::id).toList());
    Map<String, Integer> parts = Agreement.parts(grouping);
    assertThat(merge.stream().map(parts::get).distinct().count()).isLessThanOrEqualTo(1);
    assertThat(split.stream().map(parts::get).distinct().count()).isEqualTo(split.size());
  }

  private static Set<String> some(List<Text> texts, Random random) {
    var some = new HashSet<String>();
    for (int i = 0; i < 4; i++) {
      some.add(texts.get(random.nextInt(texts.size())).id());
    }
    return some;
  }

  @Property(tries = 200)
  void foldingFindsWhatComparingEveryPairFinds(
      @ForAll @Size(max = 30)
          List<
                  @net.jqwik.api.constraints.StringLength(min = 0, max = 14)
                  @net.jqwik.api.constraints.CharRange(from = 'a', to = 'c') String>
              texts) {
    int[] leader = NearDuplicates.fold(texts, new BitSet());
    var kept = new ArrayList<Integer>();
    IntStream.range(0, texts.size())
        .boxed()
        .sorted(Comparator.comparingInt(i -> pairs(texts.get(i)).size()))
        .forEach(text -> {
          boolean like = kept.stream().anyMatch(k -> alike(texts.get(k), texts.get(text)));
          assertThat(leader[text] != text).isEqualTo(like);
          if (like) {
            assertThat(alike(texts.get(leader[text]), texts.get(text))).isTrue();
          } else {
            kept.add(text);
          }
        });
  }

  private static boolean alike(String one, String other) {
    var both = new HashSet<>(pairs(one));
    both.retainAll(pairs(other));
    var either = new HashSet<>(pairs(one));
    either.addAll(pairs(other));
    return !both.isEmpty() && both.size() >= NearDuplicates.ALIKE * either.size();
  }

  private static Set<String> pairs(String text) {
    var pairs = new HashSet<String>();
    for (int i = 1; i < text.length(); i++) {
      pairs.add(text.substring(i - 1, i + 1));
    }
    if (text.length() == 1) {
      pairs.add(text);
    }
    return pairs;
  }

  @Property(tries = 200)
  void theBestAreThoseThatSortingPutsFirst(
      @ForAll @Size(max = 40) List<@IntRange(max = 9) Integer> scores,
      @ForAll @IntRange(min = 1, max = 10) int most) {
    var best = new Best(most);
    for (int row = 0; row < scores.size(); row++) {
      best.offer(row, scores.get(row));
    }
    assertThat(IntStream.of(best.rows()).boxed().toList())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, scores.size())
                .boxed()
                .sorted(
                    Comparator.<Integer>comparingInt(row -> -scores.get(row)).thenComparing(r -> r))
                .limit(most)
                .toList());
  }
}
