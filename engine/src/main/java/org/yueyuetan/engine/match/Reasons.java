package org.yueyuetan.engine.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yueyuetan.engine.Explanation;

/** Puts an allocation into words whose numbers a person can check in the lists. */
final class Reasons {

  private final Market market;
  private final Allocation allocation;

  Reasons(Market market, Allocation allocation) {
    this.market = market;
    this.allocation = allocation;
  }

  static Explanation matching(Market market, Allocation left, Allocation right, int differences) {
    var reasons = new ArrayList<Explanation>();
    reasons.add(new Reasons(market, left).allocation());
    reasons.add(new Reasons(market, right).allocation());
    reasons.add(
        Explanation.of(
            "match.differences",
            "The best for the left and the best for the right differ in %d pairs"
                .formatted(differences),
            values("pairs", differences)));
    if (!market.hasLots()) {
      reasons.add(
          Explanation.of(
              "match.totals",
              "In every stable allocation everybody has the same in all, so that no other could fill what is unfilled here",
              values()));
    }
    if (market.ties() > 0) {
      reasons.add(
          Explanation.of(
              "match.ties",
              "%d entries share their rank with another of the same list; lots drawn with the seed \"%s\" put them in order"
                  .formatted(market.ties(), market.seed()),
              values("entries", market.ties(), "seed", market.seed())));
    }
    return Explanation.of(
            "match.market",
            "%d left and %d right parties, %d pairs that accept each other"
                .formatted(
                    market.ids(Side.LEFT).size(), market.ids(Side.RIGHT).size(), market.pairs()),
            values(
                "left", market.ids(Side.LEFT).size(),
                "right", market.ids(Side.RIGHT).size(),
                "pairs", market.pairs()))
        .because(reasons);
  }

  private Explanation allocation() {
    var certificate = allocation.certificate();
    int blocking = certificate.blocking().size();
    return Explanation.of(
            "match.allocation",
            "The best for the %s: %d in %d pairs"
                .formatted(allocation.best().word(), allocation.total(), allocation.gifts().size()),
            values(
                "best", allocation.best().name(),
                "total", allocation.total(),
                "pairs", allocation.gifts().size()))
        .because(
            List.of(
                Explanation.of(
                    "match.stable",
                    "Of %d pairs %d have all they may have; of the others, in %d the left party is full with partners it likes at least as much, in %d more the right party is; in %d less than a useful lot is left; %d block"
                        .formatted(
                            certificate.pairs(),
                            certificate.atCap(),
                            certificate.leftContent(),
                            certificate.rightContent(),
                            certificate.belowLot(),
                            blocking),
                    values(
                        "pairs", certificate.pairs(),
                        "atCap", certificate.atCap(),
                        "leftContent", certificate.leftContent(),
                        "rightContent", certificate.rightContent(),
                        "belowLot", certificate.belowLot(),
                        "blocking", blocking)),
                side(Side.LEFT),
                side(Side.RIGHT)));
  }

  private Explanation side(Side side) {
    var lists = market.lists(side);
    int filled = 0;
    int unmatched = 0;
    for (int party = 0; party < lists.count(); party++) {
      filled += allocation.standing(side).missing(party) == 0 ? 1 : 0;
      unmatched += allocation.standing(side).total()[party] == 0 ? 1 : 0;
    }
    return Explanation.of(
        "match.side",
        "Of %d on the %s %d have their whole quota, %d a part of it, %d nothing"
            .formatted(
                lists.count(), side.word(), filled, lists.count() - filled - unmatched, unmatched),
        values(
            "side",
            side.name(),
            "parties",
            lists.count(),
            "filled",
            filled,
            "partly",
            lists.count() - filled - unmatched,
            "unmatched",
            unmatched));
  }

  Unfilled unfilled(Side side, int party) {
    var lists = market.lists(side);
    int partners = lists.start()[party + 1] - lists.start()[party];
    int preferred = 0;
    int capped = 0;
    for (int index = lists.start()[party]; index < lists.start()[party + 1]; index++) {
      switch (cause(side, index)) {
        case LEFT_CONTENT, RIGHT_CONTENT -> preferred++;
        case AT_CAP -> capped++;
        case BELOW_LOT, NONE -> {}
      }
    }
    int tooSmall = partners - capped - preferred;
    return new Unfilled(
        side,
        lists.ids().get(party),
        lists.quota()[party],
        allocation.standing(side).missing(party),
        partners,
        preferred,
        capped,
        tooSmall);
  }

  Explanation party(Side side, int party) {
    var lists = market.lists(side);
    var reasons = new ArrayList<Explanation>();
    for (int index = lists.start()[party]; index < lists.start()[party + 1]; index++) {
      reasons.add(partner(side, index));
    }
    long total = allocation.standing(side).total()[party];
    return Explanation.of(
            "match.party",
            "%s has %d of %d".formatted(lists.ids().get(party), total, lists.quota()[party]),
            values("id", lists.ids().get(party), "total", total, "quota", lists.quota()[party]))
        .because(reasons);
  }

  private Explanation partner(Side side, int index) {
    var lists = market.lists(side);
    var others = market.lists(side.other());
    int partner = lists.partner()[index];
    var id = others.ids().get(partner);
    long amount = allocation.amount(side, index);
    var cause = cause(side, index);
    boolean own =
        cause == (side == Side.LEFT ? Stability.Cause.LEFT_CONTENT : Stability.Cause.RIGHT_CONTENT);
    int worst = allocation.standing(side.other()).worst()[partner];
    var values =
        values(
            "rank",
            lists.rank()[index],
            "id",
            id,
            "amount",
            amount,
            "theirRank",
            others.rank()[lists.twin()[index]],
            "theirWorst",
            worst < 0 ? 0 : others.rank()[worst]);
    var told = "Rank %d, %s: %d; ".formatted(lists.rank()[index], id, amount);
    return switch (cause) {
      case AT_CAP -> Explanation.of("match.atCap", told + "all that the pair may have", values);
      case BELOW_LOT ->
          Explanation.of("match.belowLot", told + "less than a useful lot is left", values);
      case NONE ->
          Explanation.of(
              "match.blocking", told + "both would have more, but lots stand in the way", values);
      default ->
          own
              ? Explanation.of("match.content", told + "full with it and better ones", values)
              : Explanation.of(
                  "match.preferred",
                  told
                      + "it is full with others it ranks up to %d, and this one %d"
                          .formatted(
                              worst < 0 ? 0 : others.rank()[worst],
                              others.rank()[lists.twin()[index]]),
                  values);
    };
  }

  /** Seen from the party itself first: it does not ask for more when it is content. */
  private Stability.Cause cause(Side side, int index) {
    var left = market.lists(Side.LEFT);
    int ofLeft = side == Side.LEFT ? index : market.lists(side).twin()[index];
    int party = market.lists(Side.RIGHT).partner()[left.twin()[ofLeft]];
    if (side == Side.RIGHT
        && allocation.amount(side, index) < left.cap(ofLeft)
        && allocation.standing(side).isContent(left.partner()[ofLeft], index)) {
      return Stability.Cause.RIGHT_CONTENT;
    }
    return allocation.stability().cause(party, ofLeft);
  }

  /** Names and values in turn, in the order told. */
  private static Map<String, Object> values(Object... namesAndValues) {
    var values = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return values;
  }
}
