package org.yueyuetan.platform.consensus;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
    var values = reason.values();
    return new Why(
        key(reason), args(reason, values), reason.because().stream().map(Why::of).toList());
  }

  private static String key(Explanation reason) {
    var name = reason.key().substring(ENGINE.length());
    var side = reason.values().get("side");
    return "consensus.why." + name + (side == null ? "" : "." + side);
  }

  private static List<Object> args(Explanation reason, Map<String, Object> values) {
    return switch (reason.key().substring(ENGINE.length())) {
      case "counting" -> pick(values, "counting", "participants", "enough", "opinions", "votes");
      case "tried" -> pick(values, "groups", "silhouette");
      case "undivided" -> pick(values, "counting", "least");
      case "groups" -> pick(values, "groups", "silhouette", "least");
      case "representative" ->
          pick(values, "group", "holding", "seen", "holdingElsewhere", "seenElsewhere");
      case "majority", "difference" -> pick(values, "errors", "needed");
      case "groupAware" -> pick(values, "product");
      case "groupCount" -> pick(values, "group", "holding", "seen");
      default -> throw new IllegalStateException("no sentence for " + reason.key());
    };
  }

  private static List<Object> pick(Map<String, Object> values, String... names) {
    return List.of(names).stream()
        .map(name -> said(name, Objects.requireNonNull(values.get(name))))
        .toList();
  }

  private static Object said(String name, Object value) {
    return switch (value) {
      case Integer number when name.equals("group") -> Picture.letter(number);
      case Double number ->
          BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP).toPlainString();
      default -> value;
    };
  }
}
