package org.yueyuetan.engine.map;

import static org.yueyuetan.engine.map.Proportions.SURE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What each group holds, and what they hold together.
 *
 * @param ids of the opinions
 * @param all votes of all who count
 * @param groups those of each group; together they are all
 */
record Holdings(List<String> ids, Tally all, List<Tally> groups) {

  private static final int MOST = 5;
  private static final List<Vote> SIDES = List.of(Vote.AGREE, Vote.DISAGREE);
  private static final Comparator<Held> BEST =
      Comparator.comparingDouble(Held::score).reversed().thenComparing(Held::opinion);

  /** Time C for C opinions. */
  List<Held> representative(int group) {
    var found = new ArrayList<Held>();
    var here = groups.get(group);
    var elsewhere = all.without(here);
    for (int opinion = 0; opinion < ids.size(); opinion++) {
      for (var side : SIDES) {
        int holding = here.holding(opinion, side);
        int seen = here.seen()[opinion];
        int holdingElsewhere = elsewhere.holding(opinion, side);
        int seenElsewhere = elsewhere.seen()[opinion];
        double share = Proportions.share(holding, seen);
        double ratio = share / Proportions.share(holdingElsewhere, seenElsewhere);
        double majority = Proportions.majority(holding, seen);
        double difference = Proportions.difference(holding, seen, holdingElsewhere, seenElsewhere);
        if (difference > SURE && majority > SURE) {
          found.add(
              here.held(
                  ids.get(opinion),
                  opinion,
                  side,
                  ratio * difference * share * majority,
                  Reasons.representative(
                      ids.get(opinion), side, group + 1, opinion, here, elsewhere)));
        }
      }
    }
    found.sort(BEST);
    found.stream()
        .filter(held -> held.side() == Vote.AGREE)
        .findFirst()
        .ifPresent(agreed -> {
          found.remove(agreed);
          found.addFirst(agreed);
        });
    return found.subList(0, Math.min(MOST, found.size()));
  }

  List<Held> consensus() {
    var found = new ArrayList<Held>();
    for (int opinion = 0; opinion < ids.size(); opinion++) {
      for (var side : SIDES) {
        int holding = all.holding(opinion, side);
        int seen = all.seen()[opinion];
        double share = Proportions.share(holding, seen);
        double majority = Proportions.majority(holding, seen);
        if (share > .5 && majority > SURE) {
          found.add(
              all.held(
                  ids.get(opinion),
                  opinion,
                  side,
                  share * majority,
                  Reasons.consensus(ids.get(opinion), side, opinion, all, groups)));
        }
      }
    }
    found.sort(BEST);
    return found;
  }

  List<GroupAware> groupAware() {
    var found = new ArrayList<GroupAware>();
    for (int opinion = 0; opinion < ids.size(); opinion++) {
      double product = 1;
      for (var group : groups) {
        product *= Proportions.share(group.agree()[opinion], group.seen()[opinion]);
      }
      found.add(
          new GroupAware(
              ids.get(opinion),
              product,
              Reasons.groupAware(ids.get(opinion), product, opinion, groups)));
    }
    found.sort(
        Comparator.comparingDouble(GroupAware::value)
            .reversed()
            .thenComparing(GroupAware::opinion));
    return found;
  }
}
