package org.yueyuetan.platform.theme;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.yueyuetan.platform.need.Kind;

/**
 * Needs about one subject.
 *
 * @param title what staff call it, or else the words that set it apart
 * @param words those words, the most telling first
 * @param representative the need nearest to the centre of the group
 * @param example its title
 * @param needs all of them, nearest to the centre first
 * @param alike how many of them say the same as another one
 * @param now how many were stated in this month
 * @param before how many were stated in the month before
 * @param kinds how many are of each kind, most first
 * @param counties how many come from each county or from the city itself, by code
 * @param candidate the candidate that gathers some of them already
 * @param free those that are in no candidate yet
 */
public record Group(
    String title,
    List<String> words,
    long representative,
    String example,
    List<Long> needs,
    int alike,
    int now,
    int before,
    SequencedMap<Kind, Integer> kinds,
    SequencedMap<String, Integer> counties,
    Optional<Long> candidate,
    List<Long> free) {

  public Group {
    words = List.copyOf(words);
    needs = List.copyOf(needs);
    free = List.copyOf(free);
  }

  /** What a group is called that staff did not name: the words that set it apart. */
  static String label(List<String> words) {
    return words.stream().limit(3).collect(Collectors.joining(" · "));
  }

  /** To begin a candidate's title with: bare words would tell the organizations little. */
  public String suggestedTitle() {
    return title.equals(label(words)) ? example : title;
  }

  public int size() {
    return needs.size();
  }

  /** More (or fewer, when negative) than in the month before. */
  public int growth() {
    return now - before;
  }
}
