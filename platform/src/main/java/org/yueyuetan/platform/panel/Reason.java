package org.yueyuetan.platform.panel;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yueyuetan.engine.Explanation;
import org.yueyuetan.engine.panel.Lottery;

/** A sentence of the bundle with its places, and the sentences that it rests on. */
public record Reason(String key, List<Object> args, List<Reason> parts) {

  /** Begins the keys of the engine's statements about panels. */
  private static final String ENGINE = "panel.";

  /** So many levels are told; the rest is in what the command prints. */
  private static final int LEVELS = 8;

  public Reason {
    args = List.copyOf(args);
    parts = List.copyOf(parts);
  }

  /** Why nobody can have more without somebody who has less losing. */
  static Reason of(Lottery lottery) {
    return of(lottery.explanation());
  }

  private static Reason of(Explanation engine) {
    var parts = engine.because().stream().limit(LEVELS).map(Reason::of).toList();
    var values = engine.values();
    return switch (engine.key().substring(ENGINE.length())) {
      case "minimum" -> reason("panel.why.minimum", parts, get(values, "minimum"));
      case "claims" -> reason("panel.why.claims", parts, get(values, "share"));
      case "level" ->
          reason("panel.why.level", parts, get(values, "members"), get(values, "chance"));
      case "quota" ->
          reason(
              get(values, "side").equals("most")
                  ? "panel.why.quota.most"
                  : "panel.why.quota.fewest",
              parts,
              quota(get(values, "name")),
              whole(get(values, "limit")),
              get(values, "members"));
      case "term" ->
          get(values, "name").equals("seats")
              ? reason("panel.why.seats", parts, whole(get(values, "limit")))
              : reason("panel.why.inequality", parts, quota(get(values, "name")));
      default -> throw new IllegalStateException("no sentence for " + engine.key());
    };
  }

  private static Reason reason(String key, List<Reason> parts, Object... args) {
    return new Reason(key, List.of(args), parts);
  }

  /** Column and value as people say them; a field stands in the name of its column. */
  private static String quota(Object name) {
    return String.valueOf(name).replace(" = " + Wording.YES, "").replace(" = ", "：");
  }

  private static Object get(Map<String, Object> values, String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  private static long whole(Object number) {
    return Math.round(Double.parseDouble(String.valueOf(number)));
  }
}
