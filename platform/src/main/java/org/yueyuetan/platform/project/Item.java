package org.yueyuetan.platform.project;

import java.util.Locale;

/**
 * One thing that a project needs.
 *
 * @param quantity whole units; money in fen
 * @param unit 场, 件, 人次; empty for money
 * @param lot the smallest part of it that is of use
 */
public record Item(
    long id, long project, Kind kind, String title, long quantity, String unit, long lot) {

  /** A part of it as it is read: 8 场, 20,000 元. */
  public String told(long amount, Locale locale) {
    return Quantities.told(kind, amount, unit, locale);
  }
}
