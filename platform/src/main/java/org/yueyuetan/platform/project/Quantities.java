package org.yueyuetan.platform.project;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import org.yueyuetan.platform.form.Form;

/**
 * Quantities as people type and read them. Money is typed in yuan and kept in fen; everything else
 * is whole units.
 */
public final class Quantities {

  /** Whole units; more than that is a slip of the hand. */
  static final int MOST = 9_999_999;

  private static final BigDecimal MOST_YUAN = BigDecimal.valueOf(1_000_000_000L);

  private Quantities() {}

  /** What was typed into a field; a fault tells what is wrong with it. */
  public static Optional<Long> read(Form form, String field, Kind kind) {
    if (kind != Kind.MONEY) {
      return form.whole(field, 1, MOST).map(Integer::longValue);
    }
    var yuan = form.amount(field);
    if (yuan.filter(amount -> amount.compareTo(MOST_YUAN) > 0).isPresent()) {
      form.reject(field, "project.fault.tooMuch");
      return Optional.empty();
    }
    return yuan.map(amount -> amount.movePointRight(2).longValueExact());
  }

  /** As it would be typed. */
  public static String typed(Kind kind, long quantity) {
    return kind == Kind.MONEY
        ? BigDecimal.valueOf(quantity, 2).stripTrailingZeros().toPlainString()
        : String.valueOf(quantity);
  }

  /** As it is read: 8 场, 20,000 元. */
  public static String told(Kind kind, long quantity, String unit, Locale locale) {
    var format = NumberFormat.getNumberInstance(locale);
    if (kind != Kind.MONEY) {
      return format.format(quantity) + " " + unit;
    }
    format.setMinimumFractionDigits(quantity % 100 == 0 ? 0 : 2);
    var yuan = format.format(BigDecimal.valueOf(quantity, 2));
    return locale.getLanguage().equals("zh") ? yuan + " 元" : "CNY " + yuan;
  }
}
