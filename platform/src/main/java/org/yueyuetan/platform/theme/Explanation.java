package org.yueyuetan.platform.theme;

import java.util.List;

/**
 * Why something came out, as a tree: a sentence, and what it rests on.
 *
 * @param key of the sentence in the bundle, so that it is told in the reader's language
 */
public record Explanation(String key, List<String> args, List<Explanation> parts) {

  public Explanation {
    args = List.copyOf(args);
    parts = List.copyOf(parts);
  }

  public static Explanation of(String key, Object... args) {
    return new Explanation(key, List.of(args).stream().map(String::valueOf).toList(), List.of());
  }

  public Explanation because(List<Explanation> reasons) {
    return new Explanation(key, args, reasons);
  }
}
