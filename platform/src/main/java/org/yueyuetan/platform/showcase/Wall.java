package org.yueyuetan.platform.showcase;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the room sees on its wall.
 *
 * @param code drawing of the code to check in by; empty while nobody can
 * @param onStage who is on now
 * @param minutesLeft of their time; negative when it is over
 * @param next who comes then
 */
public record Wall(
    String code,
    List<Card> cards,
    Optional<Card> onStage,
    long minutesLeft,
    Optional<Card> next,
    Map<Long, List<Picture>> pictures,
    Map<Long, Interests.Count> counts) {

  public Wall {
    cards = List.copyOf(cards);
    pictures = Map.copyOf(pictures);
    counts = Map.copyOf(counts);
  }

  public Interests.Count count(Card card) {
    return counts.getOrDefault(card.id(), Interests.Count.NONE);
  }

  public List<Picture> picturesOf(Card card) {
    return pictures.getOrDefault(card.id(), List.of());
  }

  /** Another when anything on the wall changed. */
  public String state() {
    return Integer.toHexString(hashCode());
  }
}
