package org.yueyuetan.platform.policy;

import java.util.Optional;
import org.yueyuetan.platform.form.Form;

/**
 * Which documents a list shows.
 *
 * @param query words as typed, or a number such as 聊民〔2021〕33号
 * @param state what it is about: issued ones, those under comment, those in the making
 */
public record Filter(
    String query,
    Optional<Integer> year,
    Optional<Validity> validity,
    Optional<Genre> genre,
    State state) {

  static final Filter ISSUED =
      new Filter("", Optional.empty(), Optional.empty(), Optional.empty(), State.ISSUED);

  /** Parts of the list. */
  public enum State {
    ISSUED,
    COMMENTING,
    WORKING,
    REVIEW
  }

  public static Filter read(Form form) {
    return new Filter(
        form.text("q", 60),
        form.whole("year", 2000, 2999),
        form.choice("validity", Validity.class),
        form.choice("genre", Genre.class),
        form.choice("state", State.class).orElse(State.ISSUED));
  }

  Filter asking(String words) {
    return new Filter(words, year, validity, genre, state);
  }

  public Filter in(State wanted) {
    return new Filter(query, year, validity, genre, wanted);
  }
}
