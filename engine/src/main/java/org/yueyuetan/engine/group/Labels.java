package org.yueyuetan.engine.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that set a group apart: class-based TF-IDF (Grootendorst 2022, <i>BERTopic: neural
 * topic modeling with a class-based TF-IDF procedure</i>). A word weighs tf · log(1 + A / f): tf is
 * the share of the group's texts that have it, f how many texts of the run have it, A how many
 * texts a group has on average. Ties: the word that appears first in the canonical order of the
 * texts.
 */
final class Labels {

  private static final int WORDS = 4;

  private final Lexicon lexicon;
  private final int[] textsWith;
  private final double average;

  /**
   * @param average how many texts a group has on average
   */
  Labels(Lexicon lexicon, double average) {
    this.lexicon = lexicon;
    this.textsWith = lexicon.textsWith();
    this.average = average;
  }

  /**
   * A word of a label.
   *
   * @param here how many of the group's texts have it, near-duplicates counted once
   * @param everywhere how many texts of the run have it, near-duplicates counted once
   */
  record Word(String word, int here, int everywhere) {}

  /** The most telling words; those that only one text has are taken only when there is no other. */
  List<Word> of(int[] rows) {
    Map<Integer, Integer> here = new HashMap<>();
    for (int row : rows) {
      for (int i = lexicon.counts().start()[row]; i < lexicon.counts().start()[row + 1]; i++) {
        int term = lexicon.counts().term()[i];
        if (lexicon.words().get(term)) {
          here.merge(term, 1, Integer::sum);
        }
      }
    }
    var ranked =
        here.entrySet().stream()
            .map(entry -> ranked(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.<Ranked>comparingInt(r -> r.word.here > 1 ? 0 : 1)
                    .thenComparingDouble(r -> -r.score)
                    .thenComparingInt(Ranked::term))
            .map(Ranked::word)
            .toList();
    var words = new ArrayList<Word>();
    for (var word : ranked) {
      if (words.size() == WORDS || (word.here == 1 && !words.isEmpty())) {
        break;
      }
      if (words.stream().noneMatch(w -> w.word.contains(word.word) || word.word.contains(w.word))) {
        words.add(word);
      }
    }
    return words;
  }

  private record Ranked(Word word, double score, int term) {}

  private Ranked ranked(int term, int here) {
    double score = here * Math.log(1 + average / textsWith[term]);
    return new Ranked(new Word(lexicon.terms().get(term), here, textsWith[term]), score, term);
  }
}
