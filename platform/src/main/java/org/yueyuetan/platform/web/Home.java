package org.yueyuetan.platform.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.yueyuetan.platform.outcome.Figure;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.theme.Theme;

/**
 * What the public sees first.
 *
 * @param month the running one
 * @param theme of the running month, once it is chosen
 * @param talk the next one that the public knows of, else that of the running month
 * @param filled steps done in the running month, of five
 * @param past talks that took place, newest first
 */
public record Home(
    YearMonth month,
    Optional<Theme> theme,
    Optional<Talk> talk,
    int filled,
    List<Figure> figures,
    List<Talk> past) {

  /** Nothing has happened yet in this installation. */
  public boolean isNew() {
    return theme.isEmpty() && talk.isEmpty() && past.isEmpty();
  }
}
