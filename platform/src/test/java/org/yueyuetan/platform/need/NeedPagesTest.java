package org.yueyuetan.platform.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.Person;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.account.SignedIn;

/** Pages of needs as a program without scripts sees them. */
@PlatformTest
class NeedPagesTest {

  @Autowired JdbcClient jdbc;
  @Autowired Needs needs;
  @Autowired People people;
  @LocalServerPort int port;

  private long pu;
  private Site desk = Site.at("");
  private Site phone = Site.at("");
  private Optional<Person> representative = Optional.empty();

  @BeforeEach
  void aDeskAndAPhone() {
    pu = NeedFixture.organization(jdbc, "蒲心社工");
    representative = Optional.of(people.representative("pu", pu));
    desk = Site.at(port).signedIn(people.organizer());
    phone = Site.at(port).signedIn(representative.get());
  }

  @Test
  void whatIsWrongIsToldAndWhatWasTypedStays() {
    phone.get("/needs/new");
    var answer = phone.post("/needs", typed(Map.of("text", "", "until", "随便哪天")));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("请填写这一项", "“随便哪天”不是日期", "value=\"护理员培训\"");
    assertThat(needs.counts(me(), Filter.ALL)).isEmpty();
  }

  @Test
  void requestsOfOnePersonAtTheSameMomentAllArrive() throws Exception {
    phone.get("/needs/new");
    try (var fingers = Executors.newFixedThreadPool(4)) {
      var answers =
          fingers.invokeAll(
              Collections.nCopies(
                  8, () -> phone.post("/needs", typed(Map.of("then", "draft"))).statusCode()));
      assertThat(answers).extracting(Future::resultNow).containsOnly(200);
    }
  }

  @Test
  void aFaultCorrectedLateDoesNotOverwriteWhatSomebodyElseSaved() {
    phone.get("/needs/new");
    phone.post("/needs", typed(Map.of("then", "draft")));
    var address = "/needs/" + only().id();
    phone.get(address + "/edit");
    var tablet = Site.at(port).signedIn(representative.orElseThrow());
    tablet.get(address + "/edit");
    tablet.post(address, typed(Map.of("version", "0", "then", "draft", "text", "平板上改的")));

    var faulty =
        phone.post(address, typed(Map.of("version", "0", "then", "draft", "until", "随便哪天")));
    assertThat(faulty.body()).contains("name=\"version\" value=\"0\"");
    var told = phone.post(address, typed(Map.of("version", "0", "then", "draft")));
    assertThat(told.statusCode()).isEqualTo(409);
    assertThat(told.body()).contains("name=\"version\" value=\"1\"");
  }

  @Test
  void anUnfinishedNeedIsKeptAsADraftAndHandedInLater() {
    phone.get("/needs/new");
    phone.post("/needs", typed(Map.of("text", "", "kind", "", "then", "draft")));
    var draft = only();
    assertThat(draft.status()).isEqualTo(NeedStatus.DRAFT);

    var page = phone.get("/needs/" + draft.id() + "/edit").body();
    assertThat(page).contains("先存为草稿");
    phone.post("/needs/" + draft.id(), typed(Map.of("version", "0", "then", "submit")));
    assertThat(only().status()).isEqualTo(NeedStatus.SUBMITTED);
  }

  @Test
  void theSecondOfTwoWhoEditIsToldAndKeepsWhatWasTyped() {
    var id = handedIn();
    phone.get("/needs/" + id + "/edit");
    desk.get("/needs/" + id + "/edit");
    phone.post("/needs/" + id, typed(Map.of("version", "1", "subject", "先改的标题")));
    var second = desk.post("/needs/" + id, typed(Map.of("version", "1", "subject", "后改的标题")));

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("别人改过", "后改的标题", "name=\"version\" value=\"2\"");
    desk.post("/needs/" + id, typed(Map.of("version", "2", "subject", "后改的标题")));
    assertThat(only().title()).isEqualTo("后改的标题");
  }

  @Test
  void staffNameTheOrganizationByNameOrCode() {
    desk.get("/needs/new");
    var unknown = desk.post("/needs", typed(Map.of("organization", "没有这家")));
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("没有找到“没有这家”");

    desk.post("/needs", typed(Map.of("organization", "蒲心社工")));
    assertThat(only().organization()).isEqualTo(pu);
    assertThat(desk.get("/needs/organizations?organization=" + "%E8%92%B2").body())
        .doesNotContain("<html");
  }

  @Test
  void decliningTakesAReasonAndTheOwnerReadsIt() {
    var id = handedIn();
    desk.get("/needs/" + id);
    assertThat(desk.post("/needs/" + id + "/decline", Map.of("reason", " ")).statusCode())
        .isEqualTo(422);
    desk.post("/needs/" + id + "/decline", Map.of("reason", "请找县医保局"));

    assertThat(phone.get("/needs/" + id).body()).contains("没有受理", "请找县医保局", "修改后重新提出");
  }

  @Test
  void aNeedChangedAfterItWasOpenedIsNotAcceptedUnseen() {
    var id = handedIn();
    desk.get("/needs/" + id);
    phone.get("/needs/" + id + "/edit");
    phone.post("/needs/" + id, typed(Map.of("version", "1", "subject", "改了")));

    var answer = desk.post("/needs/" + id + "/accept", Map.of("version", "1"));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("内容有改动");
    assertThat(only().status()).isEqualTo(NeedStatus.SUBMITTED);
  }

  @Test
  void whatIsHiddenLooksAsIfItWereNotThere() {
    var id = handedIn();
    jdbc.sql("update need set visibility = 'STAFF' where id = :id").param("id", id).update();
    var other =
        Site.at(port)
            .signedIn(people.representative("jia", NeedFixture.organization(jdbc, "佳音社工")));

    assertThat(other.get("/needs/" + id).statusCode()).isEqualTo(404);
    assertThat(other.get("/needs/999999").statusCode()).isEqualTo(404);
    assertThat(Site.at(port).get("/needs/public/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void aListCanBeTakenAwayAsASpreadsheet() {
    handedIn();
    var file = desk.get("/needs/export?status=SUBMITTED");

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains(".xlsx");
    assertThat(file.body()).startsWith("PK");
  }

  private long handedIn() {
    return needs.stateAndSubmit(NeedFixture.draft("护理员培训", Visibility.PUBLIC), pu, me());
  }

  private NeedLine only() {
    var all = needs.list(me(), Filter.ALL, Optional.empty(), 10);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private SignedIn me() {
    return representative.orElseThrow().me();
  }

  private static Map<String, String> typed(Map<String, String> changes) {
    var typed =
        new HashMap<>(
            Map.of(
                "direction", "NEED",
                "subject", "护理员培训",
                "text", "希望组织一次护理员培训",
                "kind", "TRAINING",
                "field", "ELDERLY",
                "region", NeedFixture.DONGCHANGFU,
                "visibility", "PUBLIC"));
    typed.putAll(changes);
    return typed;
  }
}
