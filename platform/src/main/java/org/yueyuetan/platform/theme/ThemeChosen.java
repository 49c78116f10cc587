package org.yueyuetan.platform.theme;

import java.time.YearMonth;
import java.util.List;

/**
 * The month has its theme.
 *
 * @param needs taken up with it
 * @param uncovered needs of the other candidates: they stay accepted for another month. Accepted
 *     needs that no candidate gathered are on record with the {@link Choice}
 */
public record ThemeChosen(
    long theme, String title, YearMonth month, List<Long> needs, List<Long> uncovered) {
  public ThemeChosen {
    needs = List.copyOf(needs);
    uncovered = List.copyOf(uncovered);
  }
}
