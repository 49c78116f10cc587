package org.yueyuetan.platform.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.need.Direction;
import org.yueyuetan.platform.need.Kind;
import org.yueyuetan.platform.need.NeedDraft;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.need.Visibility;
import org.yueyuetan.platform.organization.AnOrganization;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.talk.CommitmentDraft;
import org.yueyuetan.platform.talk.Commitments;
import org.yueyuetan.platform.talk.Convening;
import org.yueyuetan.platform.talk.Planning;
import org.yueyuetan.platform.talk.TalkDraft;
import org.yueyuetan.platform.talk.TalkForm;
import org.yueyuetan.platform.theme.ThemeDraft;
import org.yueyuetan.platform.theme.Themes;

/** Plays March 2026 step by step, through the services that people use. */
@Component
public class MonthScene {

  static final YearMonth MARCH = YearMonth.of(2026, 3);
  static final LocalDateTime BEGIN = LocalDateTime.of(2026, 3, 20, 14, 30);

  private final Organizations organizations;
  private final Needs needs;
  private final Themes themes;
  private final Planning planning;
  private final Convening convening;
  private final Commitments commitments;
  private final Clock clock;

  MonthScene(
      Organizations organizations,
      Needs needs,
      Themes themes,
      Planning planning,
      Convening convening,
      Commitments commitments,
      Clock clock) {
    this.organizations = organizations;
    this.needs = needs;
    this.themes = themes;
    this.planning = planning;
    this.convening = convening;
    this.commitments = commitments;
    this.clock = clock;
  }

  long organization(String name) {
    return organizations.register(AnOrganization.named(name).draft());
  }

  /** Handed in, not accepted yet. */
  long need(long organization, String title, SignedIn staff) {
    var draft =
        new NeedDraft(
            Direction.NEED,
            title,
            title + "，请予支持。",
            Kind.TRAINING,
            Field.VOLUNTEER,
            "371502000000",
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            Visibility.PUBLIC);
    var id = needs.state(draft, organization, staff);
    needs.submit(id, staff);
    return id;
  }

  long acceptedNeed(long organization, String title, SignedIn staff) {
    var id = need(organization, title, staff);
    needs.accept(id, staff);
    return id;
  }

  long candidate(String title, SignedIn staff, Long... needs) {
    return themes.gather(
        MARCH, new ThemeDraft(title, title + "，怎么办？", Field.VOLUNTEER), List.of(needs), staff);
  }

  void openApproval(LocalDate until, SignedIn staff) {
    themes.open(MARCH, until, themes.state(MARCH).version(), staff);
  }

  void choose(long theme, SignedIn staff) {
    themes.close(MARCH, themes.state(MARCH).version(), staff);
    themes.choose(MARCH, theme, "最多组织赞成", themes.state(MARCH).version(), staff);
  }

  long talk(long theme, SignedIn staff) {
    return planning.plan(
        new TalkDraft(
            MARCH,
            Optional.empty(),
            "共话志愿情，爱在民政家",
            "志愿服务怎样记录、激励、持续？",
            Optional.of(theme),
            Set.of(TalkForm.ROUNDTABLE),
            BEGIN.atZone(clock.getZone()).toInstant(),
            BEGIN.plusHours(2).atZone(clock.getZone()).toInstant(),
            "市民政局三楼会议室",
            "",
            40,
            "聊城市民政局",
            false),
        staff);
  }

  void invite(long talk, SignedIn staff, Long... organizations) {
    convening.list(talk, List.of(organizations), staff);
    convening.send(talk, BEGIN.minusDays(3).atZone(clock.getZone()).toInstant(), staff);
  }

  void promise(long talk, String what, LocalDate due, SignedIn staff) {
    commitments.make(staff, talk, new CommitmentDraft(what, Optional.empty(), "城管局", "", due));
  }
}
