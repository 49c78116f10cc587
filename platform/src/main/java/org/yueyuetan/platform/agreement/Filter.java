package org.yueyuetan.platform.agreement;

import java.util.Optional;
import org.yueyuetan.platform.form.Form;

/**
 * Which agreements a list shows.
 *
 * @param query part of title, number or a party's name
 */
public record Filter(String query, Optional<Template> template, State state) {

  /** Parts of the list. */
  public enum State {
    SIGNED,
    OPEN,
    ENDED
  }

  public static Filter read(Form form, State usual) {
    return new Filter(
        form.text("q", 60),
        form.choice("template", Template.class),
        form.choice("state", State.class).orElse(usual));
  }

  Filter in(State wanted) {
    return new Filter(query, template, wanted);
  }
}
