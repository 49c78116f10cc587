package org.yueyuetan.platform.selection;

import java.util.Locale;

/** A pair with both of its entries. */
public record Paired(Pair pair, Entry project, Entry provider) {

  public Entry entry(Side side) {
    return side == Side.PROJECT ? project : provider;
  }

  public String told(Locale locale) {
    return project.told(pair.amount(), locale);
  }
}
