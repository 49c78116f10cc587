package org.yueyuetan.platform.fulfilment;

import java.util.Optional;
import org.yueyuetan.platform.form.Form;

/**
 * Which agreements a list shows.
 *
 * @param mine only those that one's own organization is a party to
 */
public record Filter(Optional<Stand> stand, boolean mine) {

  /** Where the carrying out stands, as one looks for it. */
  public enum Stand {
    LATE,
    RUNNING,
    FULFILLED,
    TERMINATED
  }

  static Filter read(Form form) {
    return new Filter(form.choice("stand", Stand.class), form.ticked("mine"));
  }
}
