package org.yueyuetan.engine.group;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Cuts a text into terms: first the words of the dictionary by longest match, between them Lucene's
 * SmartCN (a hidden Markov model; Zhang, Yu, Xiong, Liu 2003, <i>HHMM-based Chinese lexical
 * analyzer ICTCLAS</i>). Neighbouring single characters are joined: SmartCN leaves names that it
 * does not know in pieces. A word of three characters or more also counts, with less weight, by its
 * pairs, so that 志愿者 and 志愿服务 are somewhat alike. Numbers say nothing about a subject.
 *
 * <p>Linear in the length of the text. Not for several threads at once.
 */
public final class Segmenter implements AutoCloseable {

  /** Is told the terms of a text one after the other. */
  public interface Terms {

    /**
     * One occurrence of a term.
     *
     * @param count what it counts
     * @param word whether people would read it as a word
     */
    void accept(String term, double count, boolean word);
  }

  /** What a pair inside a longer word counts, beside the word itself. */
  private static final double PAIR = .4;

  /** What a run of more than two single characters counts, beside its pairs. */
  private static final double RUN = .2;

  /** What a single character counts: it says less than a word. */
  private static final double SINGLE = .5;

  private static final int LONGEST_RUN = 6;

  /** Later words of a very long text change nothing but the time it takes. */
  private static final int MOST_CHARACTERS = 5_000;

  private final Dictionary dictionary;
  private final HMMChineseTokenizer smart = new HMMChineseTokenizer();
  private final OffsetAttribute offset = smart.addAttribute(OffsetAttribute.class);

  public Segmenter(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** Tells the terms of a text in its order. */
  public void cut(String text, Terms terms) {
    var plain = Dictionary.plain(text);
    if (plain.length() > MOST_CHARACTERS) {
      plain = plain.substring(0, MOST_CHARACTERS);
    }
    var open = plain.toCharArray();
    int[] ends = new int[open.length];
    findDictionaryWords(plain, open, ends);
    findOtherWords(new String(open), ends);
    tell(plain, ends, terms);
  }

  /** {@code ends[i]} is where the word that begins at i ends; what is found is no longer open. */
  private void findDictionaryWords(String text, char[] open, int[] ends) {
    for (int i = 0; i < open.length; i++) {
      int length = dictionary.match(text, i, open.length);
      if (length > 0) {
        ends[i] = i + length;
        Arrays.fill(open, i, i + length, ' ');
        i += length - 1;
      } else if (Character.isSurrogate(open[i])) {
        open[i] = ' ';
      }
    }
  }

  private void findOtherWords(String open, int[] ends) {
    try {
      smart.setReader(new StringReader(open));
      smart.reset();
      while (smart.incrementToken()) {
        ends[offset.startOffset()] = offset.endOffset();
      }
      smart.end();
      smart.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void tell(String text, int[] ends, Terms terms) {
    int singles = 0;
    for (int i = 0; i < ends.length; i++) {
      boolean says = ends[i] > 0 && saysSomething(text.substring(i, ends[i]));
      if (says && ends[i] == i + 1) {
        singles++;
        continue;
      }
      tellSingles(text.substring(i - singles, i), terms);
      singles = 0;
      if (says) {
        tellWord(dictionary.meaning(text.substring(i, ends[i])), terms);
      }
      i = Math.max(i, ends[i] - 1);
    }
    tellSingles(text.substring(ends.length - singles), terms);
  }

  private void tellSingles(String run, Terms terms) {
    for (int i = 0; i < run.length(); i++) {
      terms.accept(run.substring(i, i + 1), SINGLE, false);
      if (i > 0) {
        terms.accept(run.substring(i - 1, i + 1), 1, run.length() == 2);
      }
    }
    if (run.length() > 2 && run.length() <= LONGEST_RUN) {
      terms.accept(run, RUN, true);
    }
  }

  private void tellWord(String word, Terms terms) {
    terms.accept(word, 1, true);
    if (word.length() > 2 && isHan(word.charAt(0))) {
      for (int i = 0; i + 2 <= word.length(); i++) {
        var pair = word.substring(i, i + 2);
        if (!dictionary.isSilent(pair)) {
          terms.accept(pair, PAIR, false);
        }
      }
    }
  }

  private boolean saysSomething(String word) {
    return !dictionary.isSilent(word)
        && (isHan(word.charAt(0))
            || (word.length() > 1 && word.chars().anyMatch(Character::isLetter)));
  }

  static boolean isHan(char letter) {
    return Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN;
  }

  @Override
  public void close() throws IOException {
    smart.close();
  }
}
