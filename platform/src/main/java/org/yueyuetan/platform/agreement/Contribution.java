package org.yueyuetan.platform.agreement;

import java.util.Locale;
import java.util.Optional;
import org.yueyuetan.platform.project.Kind;
import org.yueyuetan.platform.project.Quantities;

/**
 * What a party gives.
 *
 * @param party position of the party that gives it
 * @param quantity whole units; money in fen
 * @param unit 场, 件, 人次; empty for money
 * @param item of the project's needs that it meets
 * @param provision that it comes from
 */
public record Contribution(
    long id,
    int party,
    Kind kind,
    String title,
    long quantity,
    String unit,
    Optional<Long> item,
    Optional<Long> provision) {

  /** Whether its quantity may be added to one of this kind in this unit. */
  boolean counts(Kind other, String measure) {
    return kind == other && unit.equals(measure);
  }

  /** As it is read: 8 场, 20,000 元. */
  public String told(Locale locale) {
    return Quantities.told(kind, quantity, unit, locale);
  }
}
