package org.yueyuetan.engine.group;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.yueyuetan.engine.Explanation;

/**
 * Texts about one subject.
 *
 * @param name what staff call it, if they do
 * @param label the words that set it apart from the other groups, the most telling first
 * @param representative id of the member nearest to the centre of the group
 * @param members ids of all members, near-duplicates included, nearest to the centre first
 * @param folded near-duplicates: id of the text that is shown for them, and their ids
 * @param growth present when the texts of the run come from more than one month
 * @param kinds how many members are of each kind, most first; unknown ones are not counted
 * @param districts how many members come from each district, most first
 * @param explanation why these texts are together
 */
public record Group(
    Optional<String> name,
    List<String> label,
    String representative,
    List<String> members,
    SequencedMap<String, List<String>> folded,
    Optional<Growth> growth,
    SequencedMap<String, Integer> kinds,
    SequencedMap<String, Integer> districts,
    Explanation explanation) {

  public Group {
    label = List.copyOf(label);
    members = List.copyOf(members);
  }

  /** How many texts, near-duplicates counted one by one. */
  public int size() {
    return members.size();
  }
}
