package org.yueyuetan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.Person;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.account.Role;

@PlatformTest
class SearchTest {

  @Autowired MonthScene month;
  @Autowired People people;
  @LocalServerPort int port;

  Person organizer;
  long talk;

  @BeforeEach
  void aMonthHasHappened() {
    organizer = people.organizer();
    var organization = month.organization("东昌府区蒲公英志愿服务队");
    var theme =
        month.candidate(
            "志愿服务", organizer.me(), month.acceptedNeed(organization, "缺志愿者培训", organizer.me()));
    month.openApproval(LocalDate.of(2026, 3, 6), organizer.me());
    month.choose(theme, organizer.me());
    talk = month.talk(theme, organizer.me());
    month.need(organization, "志愿者保险谁来买", organizer.me());
  }

  @Test
  void staffFindEverythingByPartOfItsName() {
    var page = search(Site.at(port).signedIn(organizer), "志愿");

    assertThat(page)
        .contains("缺志愿者培训", "志愿者保险谁来买", "东昌府区蒲公英志愿服务队", "/talks/" + talk, "/themes/2026-03");
  }

  @Test
  void visitorsFindOnlyWhatIsPublic() {
    assertThat(search(Site.at(port), "志愿")).doesNotContain("志愿者保险谁来买", "/talks/" + talk);
  }

  @Test
  void administratorsFindNoMoreThanAnyVisitor() {
    var administrator = search(Site.at(port).signedIn(people.only(Role.SYSTEM_ADMIN)), "志愿");
    var visitor = search(Site.at(port), "志愿");

    assertThat(links(administrator)).isEqualTo(links(visitor));
  }

  @Test
  void oddInputIsSearchedForLikeAnyOther() {
    for (var odd : new String[] {"'", "%", "<b>x</b>", "a&b | c:*", "　", "🌙".repeat(100)}) {
      assertThat(search(Site.at(port), odd)).as(odd).contains("搜索").doesNotContain("<b>x</b>");
    }
  }

  /** What was found, by its addresses. */
  private static List<String> links(String page) {
    return Pattern.compile("href=\"(/(?:needs|organizations|talks|themes)/[^\"?#]*)\"")
        .matcher(page.substring(page.indexOf("<main")))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static String search(Site site, String query) {
    var answer = site.get("/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
