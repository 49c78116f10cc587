package org.yueyuetan.engine.suggest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Likely providers of every project, and likely projects of every provider, the best first. Equal
 * scores stand in the order of their ids. Whoever has none is left out.
 */
public record Suggestions(Map<String, List<Match>> ofWanted, Map<String, List<Match>> ofGiven) {

  public Suggestions {
    ofWanted = copy(ofWanted);
    ofGiven = copy(ofGiven);
  }

  /** Likely providers of a project; none when nobody comes into question. */
  public List<Match> ofWanted(String id) {
    return ofWanted.getOrDefault(id, List.of());
  }

  /** Likely projects of a provider; none when none comes into question. */
  public List<Match> ofGiven(String id) {
    return ofGiven.getOrDefault(id, List.of());
  }

  private static Map<String, List<Match>> copy(Map<String, List<Match>> lists) {
    var copy = new LinkedHashMap<String, List<Match>>();
    lists.forEach((id, list) -> copy.put(id, List.copyOf(list)));
    return copy;
  }
}
