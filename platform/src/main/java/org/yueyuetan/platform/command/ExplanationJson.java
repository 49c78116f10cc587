package org.yueyuetan.platform.command;

import java.util.List;
import java.util.Map;
import org.yueyuetan.engine.Explanation;
import org.yueyuetan.engine.theme.Fraction;
import org.yueyuetan.engine.theme.Score;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Explanation trees in JSON; exact numbers stay exact, as {@code "7/4"}. */
final class ExplanationJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ExplanationJson() {}

  static JsonNode of(Explanation explanation) {
    var node = JSON.objectNode();
    node.put("key", explanation.key());
    node.put("text", explanation.text());
    node.set("values", value(explanation.values()));
    var because = node.putArray("because");
    explanation.because().forEach(reason -> because.add(of(reason)));
    return node;
  }

  private static JsonNode value(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var node = JSON.objectNode();
        map.forEach((name, each) -> node.set(String.valueOf(name), value(each)));
        yield node;
      }
      case List<?> list -> {
        var node = JSON.arrayNode();
        list.forEach(each -> node.add(value(each)));
        yield node;
      }
      case Score score -> value(score.parts());
      case Fraction fraction -> JSON.stringNode(fraction.exact());
      case Integer number -> JSON.numberNode(number);
      case Long number -> JSON.numberNode(number);
      default -> JSON.stringNode(value.toString());
    };
  }
}
