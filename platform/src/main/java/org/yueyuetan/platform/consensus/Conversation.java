package org.yueyuetan.platform.consensus;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yueyuetan.engine.map.OpinionMap;
import org.yueyuetan.platform.opinion.Opinion;

/**
 * A talk's opinions, who said what to them, and the map that follows.
 *
 * @param anonymous nobody may learn who said what, staff included
 * @param revision another when anything changed
 */
record Conversation(
    OpinionMap map, List<Opinion> opinions, List<Voice> voices, boolean anonymous, long revision) {

  Conversation {
    opinions = List.copyOf(opinions);
    voices = List.copyOf(voices);
  }

  /** Everybody who voted at all. */
  int voters() {
    return (int) voices.stream().filter(voice -> !voice.votes().isEmpty()).count();
  }

  List<Voice> counting() {
    return voices.stream().filter(Voice::counts).toList();
  }

  Optional<Voice> voice(long guest) {
    return voices.stream().filter(voice -> voice.guest() == guest).findFirst();
  }

  /** What was accepted last. */
  Optional<String> newest() {
    return opinions.stream().max(Comparator.comparingLong(Opinion::id)).map(Opinion::text);
  }

  int votes() {
    return voices.stream().mapToInt(voice -> voice.votes().size()).sum();
  }
}
