package org.yueyuetan.platform.matchmaking;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.need.Need;
import org.yueyuetan.platform.need.NeedPart;

/**
 * A need's page tells with whom it was talked about, and what came of it: to its organization and
 * to staff of its region, as the partner's name is nobody else's business.
 */
@Component
@Order(20)
class SpokenOfNeeds implements NeedPart {

  private final OutcomeTable outcomes;

  SpokenOfNeeds(OutcomeTable outcomes) {
    this.outcomes = outcomes;
  }

  @Override
  public List<Line> of(SignedIn me, Need need) {
    boolean own = me.organization().filter(mine -> mine == need.organization()).isPresent();
    return own || isStaff(me, need)
        ? outcomes.ofNeed(need.id(), need.organization()).stream()
            .map(spoken ->
                new Line(spoken.key(), List.of(spoken.partner()), address(spoken, own), false))
            .toList()
        : List.of();
  }

  /** Staff of other regions read of a published need what everyone reads. */
  private static boolean isStaff(SignedIn me, Need need) {
    return (me.is(Role.ORGANIZER) || me.is(Role.AUDITOR))
        && me.scope() instanceof Scope.Region(var prefix)
        && need.region().startsWith(prefix);
  }

  private static String address(Spoken spoken, boolean own) {
    if (!spoken.planned()) {
      return "/talks/" + spoken.talk();
    }
    return "/talks/"
        + spoken.talk()
        + "/matchmaking/"
        + (own ? "mine/" : "meetings/")
        + spoken.pair();
  }
}
