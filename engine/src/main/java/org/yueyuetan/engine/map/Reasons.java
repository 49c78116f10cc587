package org.yueyuetan.engine.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yueyuetan.engine.Explanation;

/** Puts the map into words whose numbers a person can count in the votes. */
final class Reasons {

  private Reasons() {}

  static Explanation map(Votes votes, int counting, int enough, Groups groups) {
    var reasons = new ArrayList<Explanation>();
    reasons.add(
        Explanation.of(
            "map.counting",
            "%d of %d participants count: those who voted on %d of the %d opinions or more, or if these are few the most active"
                .formatted(counting, votes.participants().size(), enough, votes.opinions().size()),
            values(
                "counting", counting,
                "participants", votes.participants().size(),
                "enough", enough,
                "opinions", votes.opinions().size(),
                "votes", votes.size())));
    groups
        .tried()
        .forEach((count, silhouette) ->
            reasons.add(
                Explanation.of(
                    "map.tried",
                    "%d groups have a mean silhouette of %s".formatted(count, rounded(silhouette)),
                    values("groups", count, "silhouette", rounded(silhouette)))));
    if (groups.silhouette().isEmpty()) {
      return Explanation.of(
              "map.undivided",
              "Nothing divides the %d participants who count; a group has at least %d members"
                  .formatted(counting, Groups.least(counting)),
              values("counting", counting, "least", Groups.least(counting)))
          .because(reasons);
    }
    double silhouette = rounded(groups.silhouette().getAsDouble());
    return Explanation.of(
            "map.groups",
            "%d groups, for they are set apart best, with a mean silhouette of %s; a group has at least %d members"
                .formatted(groups.count(), silhouette, Groups.least(counting)),
            values(
                "groups", groups.count(),
                "silhouette", silhouette,
                "least", Groups.least(counting)))
        .because(reasons);
  }

  static Explanation group(int number, int size, int counting) {
    return Explanation.of(
        "map.group",
        "Group %d has %d of the %d participants who count".formatted(number, size, counting),
        values("group", number, "size", size, "counting", counting));
  }

  static Explanation representative(
      String id, Vote side, int group, int opinion, Tally here, Tally elsewhere) {
    int holding = here.holding(opinion, side);
    int seen = here.seen()[opinion];
    int holdingElsewhere = elsewhere.holding(opinion, side);
    int seenElsewhere = elsewhere.seen()[opinion];
    double majority = rounded(Proportions.majority(holding, seen));
    double difference =
        rounded(Proportions.difference(holding, seen, holdingElsewhere, seenElsewhere));
    return Explanation.of(
            "map.representative",
            "%d of the %d in group %d who saw opinion %s %s; elsewhere %d of %d"
                .formatted(holding, seen, group, id, verb(side), holdingElsewhere, seenElsewhere),
            values(
                "opinion", id,
                "side", side.name(),
                "group", group,
                "holding", holding,
                "seen", seen,
                "holdingElsewhere", holdingElsewhere,
                "seenElsewhere", seenElsewhere))
        .because(
            List.of(
                test("map.majority", "more than half of the group", majority),
                test("map.difference", "more than elsewhere", difference)));
  }

  static Explanation consensus(String id, Vote side, int opinion, Tally all, List<Tally> groups) {
    double majority =
        rounded(Proportions.majority(all.holding(opinion, side), all.seen()[opinion]));
    var reasons = new ArrayList<Explanation>();
    reasons.add(test("map.majority", "more than half of all", majority));
    reasons.addAll(groups(id, side, opinion, groups));
    return Explanation.of(
            "map.consensus",
            "%d of the %d who saw opinion %s %s"
                .formatted(all.holding(opinion, side), all.seen()[opinion], id, verb(side)),
            values(
                "opinion",
                id,
                "side",
                side.name(),
                "holding",
                all.holding(opinion, side),
                "seen",
                all.seen()[opinion]))
        .because(reasons);
  }

  static Explanation groupAware(String id, double product, int opinion, List<Tally> groups) {
    return Explanation.of(
            "map.groupAware",
            "The groups' shares of agreement with opinion %s, one vote for and one against added to each, multiply to %s"
                .formatted(id, rounded(product)),
            values("opinion", id, "product", rounded(product)))
        .because(groups(id, Vote.AGREE, opinion, groups));
  }

  private static List<Explanation> groups(String id, Vote side, int opinion, List<Tally> groups) {
    var reasons = new ArrayList<Explanation>();
    for (int group = 0; group < groups.size(); group++) {
      int holding = groups.get(group).holding(opinion, side);
      int seen = groups.get(group).seen()[opinion];
      reasons.add(
          Explanation.of(
              "map.groupCount",
              "%d of the %d in group %d who saw opinion %s %s"
                  .formatted(holding, seen, group + 1, id, verb(side)),
              values(
                  "group", group + 1,
                  "opinion", id,
                  "side", side.name(),
                  "holding", holding,
                  "seen", seen)));
    }
    return reasons;
  }

  private static Explanation test(String key, String claim, double errors) {
    return Explanation.of(
        key,
        "That is %s by %s standard errors; %s are needed"
            .formatted(claim, errors, Proportions.SURE),
        values("errors", errors, "needed", Proportions.SURE));
  }

  private static String verb(Vote side) {
    return side == Vote.AGREE ? "agree" : "disagree";
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.;
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
