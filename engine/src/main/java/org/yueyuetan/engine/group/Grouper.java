package org.yueyuetan.engine.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Groups short Chinese texts by what they are about. How many groups there are is not given; a text
 * may stand alone.
 *
 * <p>Words (SmartCN and a {@link Dictionary}) → BM25 weights → near-duplicates folded → graph of
 * nearest neighbours → Leiden communities, joined, settled and divided ({@link Subjects}) → labels
 * by class-based TF-IDF. {@link Constraints} of staff are kept exactly. The method, its sources and
 * figures: {@code docs/group.md}.
 *
 * <p>The result depends on the set of texts only: neither on the order of the rows, nor on a clock,
 * nor on the number of processors. Time grows a little faster than the number of texts; memory is
 * about 3 KB a text. Immutable, for any number of threads.
 */
public final class Grouper {

  private final Dictionary dictionary;

  public Grouper(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /**
   * Groups the texts.
   *
   * @throws IllegalArgumentException when an id occurs twice, or constraints contradict each other
   */
  public Grouping group(List<Text> texts, Constraints constraints) {
    var run = canonical(texts);
    var ids = numbers(run);
    var decided = Decided.of(constraints, ids);
    int[] leader = NearDuplicates.fold(run.stream().map(Text::text).toList(), decided.named());
    int[] leaders = IntStream.range(0, leader.length).filter(i -> leader[i] == i).toArray();
    var lexicon =
        Lexicon.of(Arrays.stream(leaders).mapToObj(i -> run.get(i).text()).toList(), dictionary);
    var vectors = lexicon.weighted();

    int[] rowOf = new int[run.size()];
    for (int row = 0; row < leaders.length; row++) {
      rowOf[leaders[row]] = row;
    }
    int[] unitOf =
        Parts.numbered(
            Arrays.stream(leaders).map(text -> rowOf[decided.together().first(text)]).toArray());
    var units = units(vectors, unitOf, decided, rowOf);
    double background = units.count() == 0 ? 0 : Subjects.background(units);
    double resolution = Subjects.resolution(background);
    int[] partOfUnit = new Subjects(units, resolution).find();
    int[] part = Arrays.stream(unitOf).map(unit -> partOfUnit[unit]).toArray();
    return new Report(run, leader, leaders, lexicon, vectors, background, resolution)
        .of(part, constraints);
  }

  /** By what they say, so that the order of the rows has no say. */
  private static List<Text> canonical(List<Text> texts) {
    record Keyed(String letters, Text text) {}
    return texts.stream()
        .map(text -> new Keyed(NearDuplicates.letters(text.text()), text))
        .sorted(
            Comparator.comparing(Keyed::letters)
                .thenComparing(keyed -> keyed.text.text())
                .thenComparing(keyed -> keyed.text.id()))
        .map(Keyed::text)
        .toList();
  }

  private static Map<String, Integer> numbers(List<Text> run) {
    Map<String, Integer> numbers = HashMap.newHashMap(run.size());
    for (int i = 0; i < run.size(); i++) {
      if (numbers.put(run.get(i).id(), i) != null) {
        throw new IllegalArgumentException("two texts have the id " + run.get(i).id());
      }
    }
    return numbers;
  }

  private static Units units(Vectors vectors, int[] unitOf, Decided decided, int[] rowOf) {
    int count = Parts.count(unitOf);
    double[] size = new double[count];
    for (int unit : unitOf) {
      size[unit]++;
    }
    var apart = new ArrayList<int[]>();
    for (int[] set : decided.apart()) {
      apart.add(Arrays.stream(set).map(text -> unitOf[rowOf[text]]).toArray());
    }
    boolean nothingMerged = count == unitOf.length;
    return new Units(nothingMerged ? vectors : vectors.sums(unitOf, count), size, apart);
  }
}
