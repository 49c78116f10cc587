package org.yueyuetan.platform.selection;

import java.util.Locale;

/** A pair with both of its entries. */
public record Paired(Pair pair, Entry project, Entry provider) {

  public Entry entry(Side side) {
    return side == Side.PROJECT ? project : provider;
  }

  /** The page on which an agreement between both is drafted, begun with what they agreed. */
  public String toAgreement() {
    return "/agreements/new?project=%d&item=%d&provision=%d&amount=%d"
        .formatted(
            project.project().orElseThrow(), project.source(), provider.source(), pair.amount());
  }

  public String told(Locale locale) {
    return project.told(pair.amount(), locale);
  }
}
