package org.yueyuetan.platform.consensus;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yueyuetan.engine.Explanation;

/**
 * Why the map is as it is: the engine's reasons as sentences of the bundle, a tree.
 *
 * @param key of the sentence
 */
public record Why(String key, List<Object> args, List<Why> because) {

  /** Begins the keys of the engine's statements about maps. */
  private static final String ENGINE = "map.";

  public Why {
    args = List.copyOf(args);
    because = List.copyOf(because);
  }

  static Why of(Explanation reason) {
    var name = reason.key().substring(ENGINE.length());
    return new Why("consensus.why." + name, args(name, reason.values()), because(reason));
  }

  /** Only what a statement rests on. */
  static List<Why> because(Explanation reason) {
    return reason.because().stream().map(Why::of).toList();
  }

  private static List<Object> args(String name, Map<String, Object> values) {
    return switch (name) {
      case "counting" -> pick(values, "counting", "participants", "enough", "opinions", "votes");
      case "tried" -> pick(values, "groups", "silhouette");
      case "undivided" -> pick(values, "counting", "least");
      case "groups" -> pick(values, "groups", "silhouette", "least");
      case "majority", "difference" -> pick(values, "errors", "needed");
      default -> throw new IllegalStateException("no sentence for " + name);
    };
  }

  private static List<Object> pick(Map<String, Object> values, String... names) {
    return Arrays.stream(names)
        .map(name -> said(Objects.requireNonNull(values.get(name))))
        .toList();
  }

  /** Two decimals do in a sentence. */
  private static Object said(Object value) {
    return value instanceof Double number
        ? BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP).toPlainString()
        : value;
  }
}
