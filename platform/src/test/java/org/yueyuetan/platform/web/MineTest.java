package org.yueyuetan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.SignedIn;

@PlatformTest
class MineTest {

  @Autowired MonthScene month;
  @Autowired People people;
  @LocalServerPort int port;

  SignedIn staff;
  long organization;
  Site representative;

  @BeforeEach
  void someoneIsThere() {
    staff = people.organizer().me();
    organization = month.organization("东昌府区蒲公英志愿服务队");
    representative = Site.at(port).signedIn(people.representative("wang", organization));
  }

  @Test
  void aNewRepresentativeIsTaughtToStateANeed() {
    var page = representative.get("/mine").body();

    assertThat(page).contains("目前没有要您办的事", "还没有提过需求", "href=\"/needs/new\"");
  }

  @Test
  void whatIsAskedOfMeStandsOnMyPage() {
    var theme = month.candidate("志愿服务", staff, month.acceptedNeed(organization, "缺志愿者培训", staff));
    month.openApproval(LocalDate.of(2026, 3, 6), staff);
    assertThat(representative.get("/mine").body())
        .contains("2026年3月谈什么，请您表态", "/themes/2026-03/approve");

    month.choose(theme, staff);
    month.invite(month.talk(theme, staff), staff, organization);

    assertThat(representative.get("/mine").body())
        .contains("月谈邀请", "共话志愿情，爱在民政家", "3月20日 周五 14:30–16:30", "答复邀请")
        .contains("缺志愿者培训", "已列入主题");
  }

  @Test
  void nobodySeesWhatIsAskedOfOthers() {
    var theme = month.candidate("志愿服务", staff, month.acceptedNeed(organization, "缺志愿者培训", staff));
    month.openApproval(LocalDate.of(2026, 3, 6), staff);
    month.choose(theme, staff);
    month.invite(month.talk(theme, staff), staff, organization);
    var other = people.representative("zhao", month.organization("临清市微光公益服务中心"));

    assertThat(Site.at(port).signedIn(other).get("/mine").body())
        .contains("目前没有要您办的事")
        .doesNotContain("共话志愿情");
    assertThat(Site.at(port).signedIn(people.only(Role.AUDITOR)).get("/mine").statusCode())
        .isEqualTo(403);
  }
}
