package org.yueyuetan.platform.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.agreement.Agreements;
import org.yueyuetan.platform.disposition.Register;
import org.yueyuetan.platform.fulfilment.Fulfilments;
import org.yueyuetan.platform.matchmaking.Plans;
import org.yueyuetan.platform.need.Filter;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.policy.Policies;
import org.yueyuetan.platform.policy.PolicyLine;
import org.yueyuetan.platform.selection.Selections;
import org.yueyuetan.platform.talk.Commitments;
import org.yueyuetan.platform.talk.InvitationStatus;
import org.yueyuetan.platform.talk.Talks;
import org.yueyuetan.platform.theme.MonthState;
import org.yueyuetan.platform.theme.MonthStatus;
import org.yueyuetan.platform.theme.Themes;

/**
 * My page: what is asked of me, and what became of my needs. And the corner of one's own account.
 */
@Controller
class MineController {

  private static final int NEEDS_SHOWN = 8;
  private static final int DRAFTS_SHOWN = 20;
  private static final int PROMISES_SHOWN = 100;
  private static final int WORK_SHOWN = 200;
  private static final int OPINIONS_SHOWN = 20;
  private static final int AGREEMENTS_SHOWN = 20;
  private static final int SELECTIONS_SHOWN = 10;

  private final Talks talks;
  private final Themes themes;
  private final Needs needs;
  private final Organizations organizations;
  private final Policies policies;
  private final Commitments commitments;
  private final Register register;
  private final Agreements agreements;
  private final Fulfilments fulfilments;
  private final Selections selections;
  private final Plans plans;
  private final Clock clock;

  MineController(
      Talks talks,
      Themes themes,
      Needs needs,
      Organizations organizations,
      Policies policies,
      Commitments commitments,
      Register register,
      Agreements agreements,
      Fulfilments fulfilments,
      Selections selections,
      Plans plans,
      Clock clock) {
    this.talks = talks;
    this.themes = themes;
    this.needs = needs;
    this.organizations = organizations;
    this.policies = policies;
    this.commitments = commitments;
    this.register = register;
    this.agreements = agreements;
    this.fulfilments = fulfilments;
    this.selections = selections;
    this.plans = plans;
    this.clock = clock;
  }

  @GetMapping("/mine")
  ModelAndView mine(SignedIn me) {
    return new ModelAndView(
            "web/mine", "mine", me.organization().map(own -> of(own, me)).orElseGet(() -> of(me)))
        .addObject("organization", name(me));
  }

  @GetMapping("/me")
  ModelAndView me(SignedIn me) {
    return new ModelAndView("web/me", "organization", name(me));
  }

  private Mine of(SignedIn department) {
    return new Mine(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        register.workOf(department, WORK_SHOWN),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private Mine of(long organization, SignedIn me) {
    var now = clock.instant();
    var called =
        talks.myInvitations(organization).stream().filter(c -> c.talk().takesAnswers(now)).toList();
    return new Mine(
        called.stream().filter(c -> c.invitation().status() == InvitationStatus.INVITED).toList(),
        called.stream().filter(c -> c.invitation().status().saidYes()).toList(),
        approvals(organization),
        drafts(me),
        commitments.ofOrganization(me.scope(), organization, PROMISES_SHOWN),
        needs.list(me, Filter.ALL.of(organization), Optional.empty(), NEEDS_SHOWN),
        List.of(),
        register.mine(me, OPINIONS_SHOWN),
        agreements.asked(me, AGREEMENTS_SHOWN),
        fulfilments.asked(me, PROMISES_SHOWN),
        selections.asked(organization, SELECTIONS_SHOWN),
        plans.asked(organization));
  }

  private List<PolicyLine> drafts(SignedIn me) {
    var today = LocalDate.now(clock);
    return policies.asked(me, DRAFTS_SHOWN).stream()
        .filter(draft -> draft.commentsUntil().filter(until -> !until.isBefore(today)).isPresent())
        .toList();
  }

  /** Themes are designed for this month or a few ahead, which may lie in the next year. */
  private List<Mine.Approval> approvals(long organization) {
    var today = LocalDate.now(clock);
    return Stream.of(today.getYear(), today.getYear() + 1)
        .flatMap(year -> themes.year(year).stream())
        .filter(month -> month.is(MonthStatus.APPROVAL))
        .map(month -> approval(month, organization))
        .toList();
  }

  private Mine.Approval approval(MonthState month, long organization) {
    return new Mine.Approval(
        month,
        month.closesOn().orElse(LocalDate.now(clock)),
        themes.approvedBy(month.month(), organization).size());
  }

  private String name(SignedIn me) {
    return me.organization()
        .map(own -> organizations.names(List.of(own)).getOrDefault(own, ""))
        .orElse("");
  }
}
