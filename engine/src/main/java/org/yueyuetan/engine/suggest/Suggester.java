package org.yueyuetan.engine.suggest;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yueyuetan.engine.group.Dictionary;

/**
 * Suggests providers for projects and projects for providers, before people choose.
 *
 * <p>A pair comes into question when the provider gives a sort of thing that the project needs, not
 * less than its smallest useful lot, and at a time that meets the project's. It then earns points
 * (see {@link Weights}): for words in common (BM25; see {@link SharedWords}), the same field, the
 * same district (half of it when one side names none), the part of the project's time that both
 * have, and the part of what is needed that the provider could give. The score is the sum; it is
 * the same from both sides.
 *
 * <p>O(pairs · words in common) time, O(texts + projects · most) memory. Nothing depends on the
 * order of the rows: equal scores stand in the order of ids.
 */
public final class Suggester {

  /** A pair with the numbers of its texts. */
  private record Candidate(Pair pair, int wantedText, int givenText) {}

  /** The best first; equal ones in the order of ids. */
  private static final Comparator<Candidate> BEST =
      Comparator.<Candidate>comparingDouble(candidate -> candidate.pair().score())
          .reversed()
          .thenComparing(candidate -> candidate.pair().wanted().id())
          .thenComparing(candidate -> candidate.pair().given().id());

  private final Weights weights;
  private final Dictionary dictionary;
  private final double least;
  private final int most;

  /**
   * A way to suggest.
   *
   * @param dictionary words of the field, and words that say nothing
   * @param least points below which nothing is suggested
   * @param most suggestions for each
   * @throws IllegalArgumentException when {@code most} is less than one
   */
  public Suggester(Weights weights, Dictionary dictionary, double least, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("at least one suggestion for each, not " + most);
    }
    this.weights = weights;
    this.dictionary = dictionary;
    this.least = least;
    this.most = most;
  }

  /**
   * The best suggestions for everybody.
   *
   * @throws IllegalArgumentException when two projects, or two things that are given, share an id
   */
  public Suggestions suggest(List<Wanted> wanted, List<Given> given) {
    requireDistinct(wanted.stream().map(Wanted::id).toList());
    requireDistinct(given.stream().map(Given::id).toList());
    var words =
        new SharedWords(
            Stream.concat(wanted.stream().map(Wanted::text), given.stream().map(Given::text))
                .toList(),
            dictionary);
    var ofWanted = new TreeMap<String, PriorityQueue<Candidate>>();
    var ofGiven = new TreeMap<String, PriorityQueue<Candidate>>();
    for (int i = 0; i < wanted.size(); i++) {
      double[] likeness = words.likeness(i);
      for (int j = 0; j < given.size(); j++) {
        int wantedText = i;
        int givenText = wanted.size() + j;
        Pair.of(wanted.get(i), given.get(j), likeness[givenText], weights)
            .filter(pair -> pair.score() >= least)
            .map(pair -> new Candidate(pair, wantedText, givenText))
            .ifPresent(candidate -> {
              keep(ofWanted, candidate.pair().wanted().id(), candidate);
              keep(ofGiven, candidate.pair().given().id(), candidate);
            });
      }
    }
    return new Suggestions(told(ofWanted, words), told(ofGiven, words));
  }

  private static void requireDistinct(List<String> ids) {
    var seen = new HashSet<String>();
    for (var id : ids) {
      if (!seen.add(id)) {
        throw new IllegalArgumentException("two rows with the id " + id);
      }
    }
  }

  private void keep(Map<String, PriorityQueue<Candidate>> queues, String id, Candidate candidate) {
    var queue = queues.computeIfAbsent(id, none -> new PriorityQueue<>(BEST.reversed()));
    queue.add(candidate);
    if (queue.size() > most) {
      queue.remove();
    }
  }

  private static Map<String, List<Match>> told(
      Map<String, PriorityQueue<Candidate>> queues, SharedWords words) {
    var told = new LinkedHashMap<String, List<Match>>();
    queues.forEach((id, queue) ->
        told.put(
            id,
            queue.stream()
                .sorted(BEST)
                .map(candidate ->
                    candidate
                        .pair()
                        .match(words.shared(candidate.wantedText(), candidate.givenText())))
                .toList()));
    return told;
  }
}
