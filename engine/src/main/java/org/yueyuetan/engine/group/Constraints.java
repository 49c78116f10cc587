package org.yueyuetan.engine.group;

import java.util.List;
import java.util.Set;

/**
 * What staff decided about earlier groupings; the next run respects it exactly. Ids that the run
 * does not contain are passed over, so that decisions on past texts need not be tidied away.
 *
 * @param merges the texts of each set are in one group
 * @param splits no two texts of a set are in one group
 * @param names what staff call the group in which most of the anchors are
 */
public record Constraints(List<Set<String>> merges, List<Set<String>> splits, List<Name> names) {

  public static final Constraints NONE = new Constraints(List.of(), List.of(), List.of());

  public Constraints {
    merges = merges.stream().map(Set::copyOf).toList();
    splits = splits.stream().map(Set::copyOf).toList();
    names = List.copyOf(names);
  }

  /** A name given by staff, held to its group by texts that were in it. */
  public record Name(String name, Set<String> anchors) {
    public Name {
      anchors = Set.copyOf(anchors);
      if (name.isBlank() || anchors.isEmpty()) {
        throw new IllegalArgumentException(
            "a name needs words and at least one anchor: \"" + name + "\" " + anchors);
      }
    }
  }
}
