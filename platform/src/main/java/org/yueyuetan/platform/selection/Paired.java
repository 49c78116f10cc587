package org.yueyuetan.platform.selection;

import java.util.Locale;

/** A pair with both of its entries. */
public record Paired(Pair pair, Entry project, Entry provider) {

  public Entry entry(Side side) {
    return side == Side.PROJECT ? project : provider;
  }

  /** The page on which an agreement between both is drafted, begun with what they agreed. */
  public String toAgreement() {
    var template =
        switch (project.kind()) {
          case SERVICE, GOODS -> "SERVICE";
          case MONEY -> "FUNDING";
          case PEOPLE, VENUE -> "OTHER";
        };
    return "/agreements/new?template=%s&project=%d&item=%d&provision=%d&amount=%d"
        .formatted(
            template,
            project.project().orElseThrow(),
            project.source(),
            provider.source(),
            pair.amount());
  }

  public String told(Locale locale) {
    return project.told(pair.amount(), locale);
  }
}
