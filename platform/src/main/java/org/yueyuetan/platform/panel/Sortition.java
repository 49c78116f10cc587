package org.yueyuetan.platform.panel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yueyuetan.engine.panel.Draw;
import org.yueyuetan.platform.talk.Party;

/**
 * A lottery by which a talk's panel is drawn (邀请抽签).
 *
 * @param commitment SHA-256 of the seed, shown before the list is fixed; empty before it is made
 * @param announced public text that is added to the seed, in words; empty for none
 * @param fixed the list and all that follows from it, once it is fixed
 * @param opened the seed, once the panel is drawn
 * @param reason why it was abandoned
 */
public record Sortition(
    long id,
    long talk,
    SortitionStatus status,
    Plan plan,
    String commitment,
    String announced,
    Optional<Fixed> fixed,
    Optional<Opened> opened,
    String reason,
    Optional<Instant> committedAt,
    Optional<Instant> frozenAt,
    Optional<Instant> drawnAt,
    Optional<Instant> abandonedAt,
    int version) {

  /**
   * What nobody can change any more.
   *
   * @param panels CSV of panels and tickets
   * @param chances CSV of everybody's chance
   */
  public record Fixed(
      Snapshot snapshot, String panels, String chances, double minimum, double gap) {}

  /**
   * The seed and what was drawn with it.
   *
   * @param secret what the commitment is the hash of
   * @param publicText added to it
   * @param rounds the draw and each drawing of substitutes
   */
  public record Opened(String secret, String publicText, List<Round> rounds) {

    /** What the engine draws with. */
    public String seed() {
      return seed(secret, publicText);
    }

    static String seed(String secret, String publicText) {
      return publicText.isEmpty() ? secret : secret + "+" + publicText;
    }

    /** The panel as it now should be. */
    Round last() {
      return rounds.getLast();
    }

    /** Those who were not available, a list for each round of substitutes. */
    public List<List<Long>> gone() {
      return rounds.stream().skip(1).map(Round::gone).toList();
    }
  }

  /**
   * A drawing.
   *
   * @param number 1 for the talk, 2 and on for substitutes
   * @param hash hexadecimal
   * @param seated the whole panel after this round
   * @param gone who was passed over because of having declined or not being available
   */
  public record Round(
      int number, String hash, long ticket, List<Long> seated, List<Long> gone, Instant at) {

    public Round {
      seated = List.copyOf(seated);
      gone = List.copyOf(gone);
    }

    /** As the engine tells it. */
    Draw draw(String seed) {
      return new Draw(
          seed,
          number,
          Draw.commitment(seed),
          hash,
          ticket,
          seated.stream().map(String::valueOf).toList());
    }
  }

  /**
   * Made by hand, with its reason.
   *
   * @param organization empty for a guest who is not in the registry
   * @param guest party of such a guest, of whom nothing else is told
   * @param office code of the division whose bureau did it
   */
  public record Change(
      Kind kind,
      Optional<Long> organization,
      Optional<Party> guest,
      String reason,
      String office,
      Instant at) {
    /** Added to or struck from the list. */
    public enum Kind {
      ADD,
      STRIKE
    }
  }
}
