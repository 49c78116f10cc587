package org.yueyuetan.engine.panel;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Whom a talk is to be filled from, and how. The order of members and quotas has no say.
 *
 * @param seats size of the panel
 */
public record Convening(List<Member> members, List<Quota> quotas, int seats) {

  /**
   * @throws IllegalArgumentException when a member or quota occurs twice, or no panel of this size
   *     exists whatever the quotas
   */
  public Convening {
    members = members.stream().sorted(Comparator.comparing(Member::id)).toList();
    quotas =
        quotas.stream()
            .sorted(Comparator.comparing(Quota::feature).thenComparing(Quota::value))
            .toList();
    var ids = new HashSet<String>();
    for (var member : members) {
      if (!ids.add(member.id())) {
        throw new IllegalArgumentException("%s is listed twice".formatted(member.id()));
      }
    }
    var names = new HashSet<List<String>>();
    for (var quota : quotas) {
      if (!names.add(List.of(quota.feature(), quota.value()))) {
        throw new IllegalArgumentException("%s has two quotas".formatted(quota.name()));
      }
    }
    if (seats < 1 || seats > members.size()) {
      throw new IllegalArgumentException(
          "%d seats and %d members; seats are at least 1 and at most as many as members"
              .formatted(seats, members.size()));
    }
    long must = members.stream().filter(Member::must).count();
    if (must > seats) {
      throw new IllegalArgumentException(
          "%d members must be invited to %d seats; add seats or release members"
              .formatted(must, seats));
    }
  }
}
