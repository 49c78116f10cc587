package org.yueyuetan.platform.disposition;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.BrowserTest;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.Rights;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.talk.Agenda;
import org.yueyuetan.platform.talk.AgendaDraft;
import org.yueyuetan.platform.talk.InvitationStatus;
import org.yueyuetan.platform.talk.Party;
import org.yueyuetan.platform.talk.RoomPass;
import org.yueyuetan.platform.talk.TalkDayFixture;
import org.yueyuetan.platform.talk.TalkStatus;

/** An opinion on its way, in the browsers of all who have to do with it. */
class DispositionWalkTest extends BrowserTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);

  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired Agenda agenda;
  @Autowired RoomPass pass;

  private long talk;
  private long guest;
  private long opinion;

  @BeforeEach
  void theTalkIsFollowedUp() {
    clock.set(TODAY.atTime(9, 0));
    talk = TalkDayFixture.talk(jdbc, TalkStatus.FOLLOWING_UP);
    var organization = NeedFixture.organization(jdbc, "蒲心中心");
    guest = TalkDayFixture.guest(jdbc, talk, organization, InvitationStatus.ACCEPTED, "123456");
    opinion = OpinionFixture.opinion(jdbc, talk, "站点要有固定场地", organization, guest);
    people.with(
        "finance",
        "郑答复",
        new Rights(Set.of(Role.DEPARTMENT), Optional.empty(), Optional.empty(), "市财政局"));
  }

  @Test
  void staffAssignTheDepartmentAnswersAndTheAuthorRatesOnAPhone() {
    var staff = signIn(desktop(), people.organizer());
    staff.navigate("/opinions?stand=WAITING");
    assertAccessible(staff);
    staff.locator("input[name=opinion]").check();
    staff.locator("#givenTo").selectOption("市财政局");
    staff.locator(".batch-bar button").click();
    assertThat(staff.locator("div.done")).containsText("1 条意见已交市财政局办理");

    var department = phone();
    signIn(department, "finance");
    assertFits(department);
    assertAccessible(department);
    screenshot(department, "work-of-a-department-phone");
    department.locator(".task a.button").click();
    department.locator("#result-PARTLY").check();
    department.locator("#answer").fill("每站不少于 60 平方米。");
    department.locator("form[action$='/answer'] .buttons button").click();
    assertThat(department.locator(".faults")).containsText("理由");
    assertThat(department.locator("#answer")).hasValue("每站不少于 60 平方米。");
    department.locator("#reason").fill("村级站点场地由村里解决。");
    department.locator("#find").fill("供需");
    department.locator("button[value=find]").click();
    assertThat(department.locator("#reason")).hasValue("村级站点场地由村里解决。");
    department.locator("#cite input").first().check();
    assertFits(department);
    assertAccessible(department);
    screenshot(department, "answer-phone");
    department.locator("form[action$='/answer'] .buttons button").click();
    assertThat(department.locator("div.done")).containsText("答复已发出");
    assertFits(department);

    var author = phone();
    author.navigate("/room/" + pass.of(guest) + "/answers");
    assertThat(author.locator("main")).containsText("每站不少于 60 平方米。");
    assertFits(author);
    assertAccessible(author);
    screenshot(author, "rate-phone");
    author.locator("#rating-SATISFIED").check();
    author.locator("form[action*='/answers/'] button").click();
    assertThat(author.locator("div.done")).containsText("评价已收到");

    staff.navigate("/opinions/" + opinion);
    assertThat(staff.locator(".head-status")).containsText("已办结");
    assertAccessible(staff);
    assertFits(staff);
  }

  @Test
  void theQuestionsOfATalkTellWhoKeptSilentAndWhatWasAgreed() {
    var staff = people.organizer();
    var question = agenda.add(talk, new AgendaDraft("供需怎样对接", "", 40, true), staff.me());
    jdbc.sql("update opinion set agenda_id = :item").param("item", question).update();
    TalkDayFixture.quorum(jdbc, talk, Party.AGENCY, 1);
    TalkDayFixture.quorum(jdbc, talk, Party.COUNTY, 1);

    var page = signIn(desktop(), staff);
    page.navigate("/talks/" + talk);
    page.getByText("议题与各方（1 个议题）").click();
    assertThat(page.locator(".parties .silent")).containsText("县（市、区）");
    assertThat(page.locator(".parties")).containsText("站点要有固定场地");
    page.locator(".question .actions a").click();
    page.locator("#conclusion").fill("统一接单，统一派单。");
    // Whoever was slower sees what stands there now, and keeps what was typed.
    agenda.conclude(talk, question, 0, "先按原样办。", staff.me());
    page.getByText("保存", new Page.GetByTextOptions().setExact(true)).click();
    page.locator(".faults summary").click();
    assertThat(page.locator(".faults")).containsText("先按原样办。");
    page.getByText("保存", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".question")).containsText("统一接单，统一派单。");
    assertAccessible(page);
    assertFits(page);

    var visitor = phone();
    visitor.navigate("/talks/" + talk + "/questions");
    assertThat(visitor.locator("main")).containsText("站点要有固定场地");
    assertThat(visitor.locator("main")).not().containsText("统一派单");
    jdbc.sql("update talk set status = 'CLOSED'").update();
    visitor.reload();
    assertThat(visitor.locator("main")).containsText("统一派单");
    assertAccessible(visitor);
    assertFits(visitor);
  }
}
