package org.yueyuetan.platform.theme;

import java.util.List;

/**
 * Why something came out, as a tree: a sentence, and what it rests on.
 *
 * @param key of the sentence in the bundle, so that it is told in the reader's language
 */
public record Explanation(String key, List<String> args, List<Explanation> parts) {

  /** The part that names organizations. */
  static final String NAMES = "theme.why.names";

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

  /** Whether it only names the organizations that the sentence before is about. */
  public boolean isNames() {
    return key.equals(NAMES);
  }

  /** The same for those who are not to know who answered what. */
  Explanation withoutNames() {
    return new Explanation(
        key,
        args,
        parts.stream().filter(part -> !part.isNames()).map(Explanation::withoutNames).toList());
  }
}
