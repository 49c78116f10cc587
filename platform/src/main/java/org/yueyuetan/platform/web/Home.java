package org.yueyuetan.platform.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.theme.Theme;

/**
 * What the public sees first.
 *
 * @param month the running one
 * @param theme of the running month, once it is chosen
 * @param next the next talk that the public knows of
 * @param filled steps done in the running month, of five
 * @param past talks that took place, newest first
 */
public record Home(
    YearMonth month, Optional<Theme> theme, Optional<Talk> next, int filled, List<Talk> past) {

  /** Nothing has happened yet in this installation. */
  public boolean isNew() {
    return theme.isEmpty() && next.isEmpty() && past.isEmpty();
  }
}
