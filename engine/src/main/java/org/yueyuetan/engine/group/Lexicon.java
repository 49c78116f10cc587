package org.yueyuetan.engine.group;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The terms of all texts.
 *
 * @param terms each term once, in the order in which they first appear
 * @param words which of them are words that can be shown, not parts of words
 * @param counts a row per text: what the occurrences of each of its terms count together
 */
record Lexicon(List<String> terms, BitSet words, Vectors counts) {

  private static final int CHUNK = 2_048;

  /** BM25's k1: how soon more of the same word stops to count more. */
  private static final double SATURATION = 1.2;

  /** Cuts the texts, several at a time; the result does not depend on how many. */
  static Lexicon of(List<String> texts, Dictionary dictionary) {
    var chunks =
        IntStream.range(0, (texts.size() + CHUNK - 1) / CHUNK)
            .parallel()
            .mapToObj(chunk ->
                cut(
                    texts.subList(chunk * CHUNK, Math.min(texts.size(), (chunk + 1) * CHUNK)),
                    dictionary))
            .toList();
    Map<String, Integer> numbers = new HashMap<>();
    var terms = new ArrayList<String>();
    var words = new BitSet();
    for (var chunk : chunks) {
      for (int i = 0; i < chunk.terms.size(); i++) {
        int number = number(chunk.terms.get(i), numbers, terms);
        if (chunk.words.get(i)) {
          words.set(number);
        }
      }
    }
    var all = new VectorsBuilder(terms.size());
    var dense = new double[terms.size()];
    for (var chunk : chunks) {
      int[] number = chunk.terms.stream().mapToInt(numbers::get).toArray();
      var counts = chunk.counts;
      for (int row = 0; row < counts.rows(); row++) {
        for (int i = counts.start()[row]; i < counts.start()[row + 1]; i++) {
          all.add(dense, number[counts.term()[i]], counts.weight()[i]);
        }
        all.endRow(dense);
      }
    }
    return new Lexicon(terms, words, all.build());
  }

  private static Lexicon cut(List<String> texts, Dictionary dictionary) {
    Map<String, Integer> numbers = new HashMap<>();
    var terms = new ArrayList<String>();
    var words = new BitSet();
    var counts = new VectorsBuilder(0);
    Map<Integer, Float> row = new TreeMap<>();
    try (var segmenter = new Segmenter(dictionary)) {
      for (var text : texts) {
        row.clear();
        segmenter.cut(
            text,
            (term, count, word) -> {
              int number = number(term, numbers, terms);
              if (word) {
                words.set(number);
              }
              row.merge(number, (float) count, Float::sum);
            });
        row.forEach(counts::append);
        counts.endRow();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Lexicon(terms, words, counts.build());
  }

  private static int number(String term, Map<String, Integer> numbers, List<String> terms) {
    var known = numbers.putIfAbsent(term, terms.size());
    if (known == null) {
      terms.add(term);
      return terms.size() - 1;
    }
    return known;
  }

  /** In how many texts each term is. */
  int[] textsWith() {
    int[] texts = new int[terms.size()];
    for (int term : counts.term()) {
      texts[term]++;
    }
    return texts;
  }

  /**
   * The weights of BM25 (Robertson, Zaragoza 2009, <i>The Probabilistic Relevance Framework: BM25
   * and Beyond</i>) without its length normalization, each row scaled to length 1, so that the dot
   * product of two rows is their cosine. A row without terms stays empty.
   */
  Vectors weighted() {
    int[] texts = textsWith();
    int n = counts.rows();
    var weight = new float[counts.weight().length];
    for (int row = 0; row < n; row++) {
      double square = 0;
      for (int i = counts.start()[row]; i < counts.start()[row + 1]; i++) {
        double tf = counts.weight()[i];
        int df = texts[counts.term()[i]];
        double w =
            tf * (SATURATION + 1) / (tf + SATURATION) * Math.log(1 + (n - df + .5) / (df + .5));
        weight[i] = (float) w;
        square += w * w;
      }
      for (int i = counts.start()[row]; i < counts.start()[row + 1]; i++) {
        weight[i] /= (float) Math.sqrt(square);
      }
    }
    return new Vectors(counts.start(), counts.term(), weight, terms.size());
  }
}
