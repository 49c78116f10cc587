package org.yueyuetan.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Why a result is what it is: a statement, the figures it names, and the statements it rests on.
 * The leaves name numbers that a doubter can count.
 *
 * @param key what kind of statement this is, for instance {@code theme.winner}; readers in other
 *     languages put their own sentence in place of {@code text}
 * @param text the statement in English, complete with its figures
 * @param values the figures and names of the statement, by name, in the order told
 * @param because the statements it rests on
 */
public record Explanation(
    String key, String text, SequencedMap<String, Object> values, List<Explanation> because) {

  public Explanation {
    values = new LinkedHashMap<>(values);
    because = List.copyOf(because);
  }

  /** A leaf. */
  public static Explanation of(String key, String text, Map<String, Object> values) {
    return new Explanation(key, text, new LinkedHashMap<>(values), List.of());
  }

  /** The same statement resting on others. */
  public Explanation because(List<Explanation> reasons) {
    return new Explanation(key, text, values, reasons);
  }
}
