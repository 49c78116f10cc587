package org.yueyuetan.platform.agreement;

import java.util.Locale;
import java.util.Optional;
import org.yueyuetan.platform.project.Item;
import org.yueyuetan.platform.project.Kind;

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

  /** As it is read: 8 场, 20,000 元. */
  public String told(Locale locale) {
    return new Item(0, 0, kind, title, quantity, unit, 1).told(quantity, locale);
  }
}
