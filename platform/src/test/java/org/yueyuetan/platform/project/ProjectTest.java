package org.yueyuetan.platform.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.yueyuetan.platform.project.ProjectFixture.draft;
import static org.yueyuetan.platform.project.ProjectFixture.form;
import static org.yueyuetan.platform.project.ProjectFixture.version;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.need.NeedPart;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.need.Visibility;
import org.yueyuetan.platform.outcome.Figures;
import org.yueyuetan.platform.outcome.Period;
import org.yueyuetan.platform.outcome.Thing;
import org.yueyuetan.platform.outcome.ThingKind;
import org.yueyuetan.platform.outcome.Threads;
import org.yueyuetan.platform.region.Regions;

@PlatformTest
class ProjectTest {

  @Autowired JdbcClient jdbc;
  @Autowired People persons;
  @Autowired Projects projects;
  @Autowired Provisions provisions;
  @Autowired Partners partners;
  @Autowired Growth growth;
  @Autowired Threads threads;
  @Autowired Figures figures;
  @Autowired Needs needs;
  @Autowired Regions regions;
  @LocalServerPort int port;

  private SignedIn pu;
  private SignedIn film;
  private SignedIn city;
  private SignedIn yanggu;

  @BeforeEach
  void people() {
    pu = NeedFixture.representative(jdbc, "pu", NeedFixture.organization(jdbc, "蒲心社工"));
    film = NeedFixture.representative(jdbc, "film", NeedFixture.organization(jdbc, "微电影协会"));
    city = NeedFixture.staff(jdbc, "city", "3715");
    yanggu = NeedFixture.staff(jdbc, "yanggu", "371521");
  }

  // --- the way of a project ---

  @Test
  void aProjectIsSeenByOthersFromItsEstablishmentOn() {
    var open = ProjectFixture.submitted(projects, draft("网格微服务"), pu);
    var kept =
        ProjectFixture.submitted(projects, draft("内部", Optional.empty(), Visibility.STAFF), pu);

    assertThat(projects.find(film, open)).isEmpty();
    assertThat(projects.find(city, open)).isPresent();
    assertThat(projects.find(yanggu, open)).isEmpty();
    establish(open, city);
    establish(kept, city);

    assertThat(projects.find(film, open)).isPresent();
    assertThat(projects.find(Scope.PUBLISHED, open)).isPresent();
    assertThat(projects.find(film, kept)).isEmpty();
    assertThat(projects.list(SignedIn.visitor(), Filter.ALL, Optional.empty(), 9))
        .extracting(ProjectLine::title)
        .containsExactly("网格微服务");
  }

  @Test
  void numbersFollowOneAnotherWithinAYearAndAFailedEstablishmentUsesNone() {
    var first = ProjectFixture.submitted(projects, draft("一"), pu);
    var second = ProjectFixture.submitted(projects, draft("二"), pu);

    assertThatThrownBy(() -> projects.establish(first, Optional.of(99L), 3, city))
        .isInstanceOf(NotFound.class);
    establish(second, city);
    establish(first, city);

    assertThat(projects.find(pu, second).orElseThrow().number()).isEqualTo("聊社项〔2026〕1号");
    assertThat(projects.find(pu, first).orElseThrow().number()).isEqualTo("聊社项〔2026〕2号");
  }

  @Test
  void ofTwoWhoEstablishAtOnceOneSucceedsAndNoNumberIsLost() throws Exception {
    var id = ProjectFixture.submitted(projects, draft("网格微服务"), pu);
    var version = version(projects, id, city);
    var start = new CountDownLatch(1);
    Callable<Boolean> one =
        () -> {
          start.await();
          try {
            projects.establish(id, Optional.empty(), version, city);
            return true;
          } catch (IllegalMove | EditedElsewhere tooLate) {
            return false;
          }
        };

    List<Future<Boolean>> both;
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      both = List.of(pool.submit(one), pool.submit(one));
      start.countDown();
    }

    assertThat(both).extracting(Future::get).containsExactlyInAnyOrder(true, false);
    assertThat(jdbc.sql("select last from project_year").query(Integer.class).single()).isOne();
  }

  @Test
  void whatWasReturnedIsMendedAndHandedInAgain() {
    var id = ProjectFixture.submitted(projects, draft("网格微服务"), pu);
    projects.giveBack(id, "请写明每部短片多长", city);
    projects.change(id, draft("网格微服务短片"), version(projects, id, pu), pu);
    projects.submit(id, version(projects, id, pu), pu);
    establish(id, city);

    var project = projects.find(pu, id).orElseThrow();
    assertThat(projects.history(project))
        .extracting(ProjectMove::event)
        .containsExactly(
            ProjectEvent.SUBMIT, ProjectEvent.RETURN, ProjectEvent.SUBMIT, ProjectEvent.ESTABLISH);
    assertThat(notices(pu))
        .containsExactly("project.notice.returned", "project.notice.established");
  }

  @Test
  void whatWasEstablishedStaysAsItIs() {
    var id = ProjectFixture.established(projects, draft("网格微服务"), pu, city);
    var version = version(projects, id, pu);

    assertThatThrownBy(() -> projects.change(id, draft("改"), version, pu))
        .isInstanceOf(IllegalMove.class);
    assertThatThrownBy(() -> projects.addItem(id, ProjectFixture.videos(3), version, pu))
        .isInstanceOf(IllegalMove.class);
    assertThatThrownBy(() -> projects.withdraw(id, pu)).isInstanceOf(IllegalMove.class);
  }

  @Test
  void organizationsDoNotDecideAndStaffOfAnotherCountyNeither() {
    var id = ProjectFixture.submitted(projects, draft("网格微服务"), pu);
    var version = version(projects, id, pu);

    assertThatThrownBy(() -> projects.establish(id, Optional.empty(), version, pu))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> projects.decline(id, "不属于", yanggu)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> projects.withdraw(id, film)).isInstanceOf(NotFound.class);
  }

  // --- from a need ---

  @Test
  void aProjectOfANeedWithdrawnMeanwhileIsNotEstablishedUntilItLetsGoOfIt() {
    var need = need("短片宣传");
    var id =
        ProjectFixture.submitted(
            projects, draft("网格微服务", Optional.of(need), Visibility.PUBLIC), pu);
    needs.withdraw(need, pu);

    assertThatThrownBy(() -> establish(id, city))
        .isInstanceOfSatisfying(
            NotReady.class, e -> assertThat(e.lacking()).containsExactly("project.lacking.need"));
    projects.change(id, draft("网格微服务"), version(projects, id, pu), pu);
    establish(id, city);
    assertThat(projects.find(pu, id).orElseThrow().need()).isEmpty();
  }

  @Test
  void noProjectGrowsFromANeedThatWasWithdrawn() {
    var need = need("短片宣传");
    needs.withdraw(need, pu);

    assertThatThrownBy(() ->
            projects.state(
                draft("网格微服务", Optional.of(need), Visibility.PUBLIC),
                pu.organization().orElseThrow(),
                pu))
        .isInstanceOf(NotReady.class);
  }

  @Test
  void whoeverIsSlowerReadsTheProjectAsItIsNow() {
    var id = ProjectFixture.submitted(projects, draft("网格微服务"), pu);
    var desk = Site.at(port).signedIn(persons.organizer());
    var version = version(projects, id, city);
    projects.giveBack(id, "请补一句目标", city);

    var establishing = desk.post("/projects/" + id + "/establish", Map.of("version", version));
    var declining = desk.post("/projects/" + id + "/decline", Map.of("reason", "重复"));

    for (var told : List.of(establishing, declining)) {
      assertThat(told.statusCode()).isEqualTo(409);
      assertThat(told.body()).contains("刚刚已经办到下一步", "网格微服务", "请补一句目标");
    }
  }

  @Test
  void aProjectWithoutAnythingThatItNeedsIsNotHandedIn() {
    var id = projects.state(draft("网格微服务"), pu.organization().orElseThrow(), pu);

    assertThatThrownBy(() -> projects.submit(id, 0, pu))
        .isInstanceOfSatisfying(
            NotReady.class, e -> assertThat(e.lacking()).containsExactly("project.lacking.items"));
  }

  @Test
  void theSecondOfTwoWhoChangeWhatAProjectNeedsIsTold() {
    var id = projects.state(draft("网格微服务"), pu.organization().orElseThrow(), pu);
    var item = projects.addItem(id, ProjectFixture.videos(8), 0, pu);
    projects.changeItem(id, item, ProjectFixture.videos(6), 1, pu);

    assertThatThrownBy(() -> projects.removeItem(id, item, 1, pu))
        .isInstanceOf(EditedElsewhere.class);
    assertThatThrownBy(() -> projects.submit(id, 1, pu)).isInstanceOf(EditedElsewhere.class);
  }

  // --- what is typed ---

  @ParameterizedTest
  @CsvSource({
    "SERVICE,0,,itemQuantity", "SERVICE,-3,,itemQuantity", "SERVICE,99999999999,,itemQuantity",
    "SERVICE,1.5,,itemQuantity", "MONEY,100.005,,itemQuantity", "MONEY,-1,,itemQuantity",
    "MONEY,1000000000.01,,itemQuantity", "SERVICE,8,9,itemLot", "SERVICE,8,0,itemLot",
    "MONEY,1000,1000.01,itemLot"
  })
  void aQuantityThatMakesNoSenseIsToldBesideItsField(
      String kind, String quantity, @org.jspecify.annotations.Nullable String lot, String field) {
    var form =
        form(Map.of("itemKind", kind, "itemQuantity", quantity, "itemLot", lot == null ? "" : lot));
    ItemDraft.read(form);

    assertThat(form.faults()).singleElement().extracting(f -> f.field()).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({"SERVICE,0", "SERVICE,-3", "MONEY,0", "MONEY,-1"})
  void nobodyOffersNothingOrLess(String kind, String quantity) {
    var form = form(Map.of("kind", kind, "quantity", quantity, "unit", "部"));
    ProvisionDraft.read(form, regions);

    assertThat(form.faults()).singleElement().extracting(f -> f.field()).isEqualTo("quantity");
  }

  @Test
  void moneyIsTypedInYuanAndKeptInFen() {
    var read =
        ItemDraft.read(
            form(Map.of("itemKind", "MONEY", "itemQuantity", "20,000.5", "itemUnit", "")));

    assertThat(read.quantity()).isEqualTo(2_000_050);
    assertThat(Quantities.typed(Kind.MONEY, read.quantity())).isEqualTo("20000.5");
    assertThat(Quantities.told(Kind.MONEY, read.quantity(), "", java.util.Locale.CHINA))
        .isEqualTo("20,000.50 元");
  }

  @Test
  void aTermThatEndsBeforeItBeginsIsRefused() {
    var form = form(Map.of("from", "2026-05-01", "until", "2026-04-30"));
    ProjectDraft.read(form, true, regions);

    assertThat(form.fault("until").orElseThrow().key()).isEqualTo("project.fault.order");
  }

  // --- what is given ---

  @Test
  void whatIsGivenIsSeenByOthersWhileItIsOpen() {
    var id = offered("短片拍摄", 6);

    assertThat(provisions.find(pu.scope(), id)).isPresent();
    assertThat(provisions.find(Scope.PUBLISHED, id)).isEmpty();
    provisions.close(id, film);

    assertThat(provisions.find(pu.scope(), id)).isEmpty();
    assertThat(provisions.find(film.scope(), id)).isPresent();
    assertThatThrownBy(() -> provisions.close(id, film)).isInstanceOf(IllegalMove.class);
    assertThatThrownBy(() -> provisions.reopen(id, pu)).isInstanceOf(NotFound.class);
    provisions.reopen(id, film);
    assertThat(provisions.history(provisions.find(pu.scope(), id).orElseThrow()))
        .extracting(ProvisionMove::event)
        .containsExactly(ProvisionEvent.OFFER, ProvisionEvent.CLOSE, ProvisionEvent.REOPEN);
  }

  // --- who could work with whom ---

  @Test
  void aProjectIsToldWhoCouldHelpAndHowMuchIsStillOpen() {
    var id = ProjectFixture.established(projects, draft("社区短片拍摄"), pu, city);
    var own =
        provisions.offer(
            ProjectFixture.provision("社区短片拍摄", Kind.SERVICE, 9),
            pu.organization().orElseThrow(),
            pu);
    var films = offered("公益短片拍摄剪辑", 6);
    offered("太少", 1);

    var suggestions = partners.of(projects.find(pu, id).orElseThrow(), pu);

    assertThat(suggestions).extracting(s -> s.provision().id()).containsExactly(films);
    var best = suggestions.getFirst();
    assertThat(best.words()).contains("短片", "拍摄");
    assertThat(best.usable()).isEqualTo(6);
    assertThat(best.open()).isEqualTo(8);
    assertThat(best.points("amount")).isLessThan((double) best.most("amount")).isPositive();
    assertThat(best.item().title()).isEqualTo("短片拍摄剪辑");
    var given = provisions.find(film.scope(), films).orElseThrow();
    assertThat(partners.of(given, film))
        .extracting(s -> s.project().id(), Suggestion::score)
        .containsExactly(tuple(id, best.score()));
    assertThat(own).isPositive();

    jdbc.sql("update organization set active = false").update();
    assertThat(partners.of(projects.find(pu, id).orElseThrow(), pu)).isEmpty();
    assertThat(partners.of(given, film)).as("of organizations out of use").isEmpty();
  }

  @Test
  void aNeedLeadsToTheProjectThatGrewFromItAndAnOfferToWhatItBecame() {
    var need = need("短片宣传");
    var seen = needs.find(pu, need).orElseThrow();
    assertThat(growth.of(pu, seen))
        .extracting(NeedPart.Line::address)
        .containsExactly("/projects/new?need=" + need);

    var id =
        ProjectFixture.submitted(
            projects, draft("网格微服务", Optional.of(need), Visibility.PUBLIC), pu);

    assertThat(growth.of(pu, seen))
        .extracting(NeedPart.Line::address)
        .containsExactly("/projects/" + id, "/projects/new?need=" + need);
  }

  @Test
  void theNeedKnowsTheProjectThatGrewFromItAndTheFigureOpensToIt() {
    var need = need("短片宣传");
    var id =
        ProjectFixture.submitted(
            projects, draft("网格微服务", Optional.of(need), Visibility.PUBLIC), pu);
    assertThat(threads.through(Scope.PUBLISHED, ThingKind.PROJECT, id)).isEmpty();
    assertThat(projectFigure()).isZero();
    establish(id, city);

    assertThat(threads.through(pu.scope(), ThingKind.NEED, need).orElseThrow().things())
        .extracting(Thing::title)
        .contains("网格微服务");
    assertThat(threads.through(Scope.PUBLISHED, ThingKind.PROJECT, id)).isPresent();
    assertThat(projectFigure()).isOne();
  }

  private long projectFigure() {
    return figures.of(List.of("projects"), Scope.PUBLISHED, Period.ALL).getFirst().value();
  }

  private long offered(String title, long quantity) {
    return provisions.offer(
        ProjectFixture.provision(title, Kind.SERVICE, quantity),
        film.organization().orElseThrow(),
        film);
  }

  private long need(String title) {
    var id = needs.state(NeedFixture.draft(title, Visibility.PUBLIC), pu);
    needs.submit(id, pu);
    return id;
  }

  private void establish(long id, SignedIn staff) {
    projects.establish(id, Optional.empty(), version(projects, id, staff), staff);
  }

  private List<String> notices(SignedIn person) {
    return jdbc.sql("select key from notice where account_id = :account order by id")
        .param("account", person.id())
        .query(String.class)
        .list();
  }
}
