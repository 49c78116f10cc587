package org.yueyuetan.platform.fulfilment;

import java.util.Locale;
import org.yueyuetan.platform.project.Kind;
import org.yueyuetan.platform.project.Quantities;

/**
 * A contribution as it holds now; whole units, money in fen.
 *
 * @param organization that gives it, {@code unit} by name
 * @param measure 场, 件; empty for money
 * @param agreed as it was signed
 * @param quantity as it stands after supplements
 * @param delivered confirmed by the other side
 * @param waiting reported and not answered yet
 */
public record Amount(
    long id,
    long agreement,
    long organization,
    String unit,
    int position,
    Kind kind,
    String title,
    String measure,
    long agreed,
    long quantity,
    long delivered,
    long waiting) {

  public boolean isDelivered() {
    return delivered >= quantity;
  }

  /** What may still be reported without a word. */
  public long left() {
    return Math.max(0, quantity - delivered - waiting);
  }

  public String told(long part, Locale locale) {
    return Quantities.told(kind, part, measure, locale);
  }

  /** Share of the longest bar that a part takes, in thousandths. */
  public long bar(long part) {
    var longest = Math.max(Math.max(agreed, quantity), Math.max(1, delivered + waiting));
    return Math.round(1000.0 * part / longest);
  }
}
