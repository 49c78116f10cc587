package org.yueyuetan.platform.showcase;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.document.UnreadableFile;
import org.yueyuetan.platform.document.Upload;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.need.Visibility;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.project.Kind;
import org.yueyuetan.platform.project.ProvisionDraft;
import org.yueyuetan.platform.project.Provisions;
import org.yueyuetan.platform.talk.InvitationStatus;
import org.yueyuetan.platform.talk.Party;
import org.yueyuetan.platform.talk.RoomPass;
import org.yueyuetan.platform.talk.TalkDayFixture;
import org.yueyuetan.platform.talk.TalkHeld;
import org.yueyuetan.platform.talk.TalkStatus;

/** The stage, the cards and the wishes, by the rules. */
@PlatformTest
class ShowcaseTest {

  private static final Marking COOPERATE =
      new Marking(Optional.of(Wish.COOPERATE), "一起拍宣传片", false);
  private static final Scope CITY = new Scope.Region("3715");

  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired People people;
  @Autowired Cards cards;
  @Autowired Programme programme;
  @Autowired Pictures pictures;
  @Autowired Interests interests;
  @Autowired Visitors visitors;
  @Autowired Provisions provisions;
  @Autowired RoomPass pass;
  @Autowired ApplicationEventPublisher events;
  @LocalServerPort int port;

  private SignedIn staff = SignedIn.visitor();
  private SignedIn film = SignedIn.visitor();
  private SignedIn care = SignedIn.visitor();
  private long talk;
  private long community;

  @BeforeEach
  void theTalkBegins() {
    clock.set(TalkDayFixture.BEGIN);
    staff = NeedFixture.staff(jdbc, "li", "3715");
    talk = TalkDayFixture.talk(jdbc, TalkStatus.CONVENING);
    film = called("film", "微电影协会", "100001");
    care = called("care", "蒲心社会工作服务中心", "100002");
    community =
        TalkDayFixture.guest(
            jdbc, talk, "和平社区", Party.COMMUNITY, InvitationStatus.ACCEPTED, "100003");
  }

  private SignedIn called(String username, String name, String code) {
    var organization = NeedFixture.organization(jdbc, name);
    TalkDayFixture.guest(jdbc, talk, organization, InvitationStatus.ACCEPTED, code);
    jdbc.sql("update organization set introduction = :name || '是谁' where id = :id")
        .param("name", name)
        .param("id", organization)
        .update();
    return NeedFixture.representative(jdbc, username, organization);
  }

  private Visitor visitor(SignedIn me) {
    return visitors.byAccount(me, talk).orElseThrow();
  }

  private Visitor byLink(long invitation) {
    return visitors.byToken(pass.of(invitation)).orElseThrow();
  }

  private long card(SignedIn of, int minutes) {
    return programme.add(staff, talk, of.organization().orElseThrow(), minutes);
  }

  private Card find(long id) {
    return cards.open(staff, talk, id);
  }

  private void status(TalkStatus status) {
    jdbc.sql("update talk set status = :status").param("status", status.name()).update();
  }

  @Test
  void aCardBeginsWithWhatThePublicMayReadOfItsOrganization() {
    need("拍摄剪辑服务", "OFFER", "PUBLIC", "ACCEPTED");
    need("摄像机两台", "NEED", "PUBLIC", "ACCEPTED");
    need("内部的事", "NEED", "STAFF", "ACCEPTED");
    need("还没受理的事", "NEED", "PUBLIC", "SUBMITTED");
    provisions.offer(seenBy("短片 8 部", Visibility.PUBLIC), film.organization().orElseThrow(), film);
    provisions.offer(
        seenBy("对会员的事", Visibility.ORGANIZATIONS), film.organization().orElseThrow(), film);

    var card = find(card(film, 8));
    assertThat(card.who()).isEqualTo("微电影协会是谁");
    assertThat(card.gives()).isEqualTo("短片 8 部\n拍摄剪辑服务");
    assertThat(card.wants()).isEqualTo("摄像机两台");
    assertThat(card.published()).as("before its organization agreed").isFalse();
  }

  private static ProvisionDraft seenBy(String title, Visibility visibility) {
    return new ProvisionDraft(
        Optional.empty(),
        Kind.SERVICE,
        title,
        "",
        8,
        "部",
        Field.COMMUNITY,
        NeedFixture.DONGCHANGFU,
        Optional.empty(),
        Optional.empty(),
        visibility);
  }

  private void need(String title, String direction, String visibility, String status) {
    jdbc.sql(
            """
            insert into need (organization_id, direction, title, text, kind, field, region_code, visibility, status,
                              words, created_at)
            values (:organization, :direction, :title, :title, 'TALK', 'COMMUNITY', '371502000000', :visibility, :status,
                    to_tsvector('simple', ''), now())
            """)
        .param("organization", film.organization().orElseThrow())
        .param("direction", direction)
        .param("title", title)
        .param("visibility", visibility)
        .param("status", status)
        .update();
  }

  @Test
  void theMinutesOnStageNeverExceedTheTalk() {
    var first = card(film, 100);
    assertThatThrownBy(() -> card(care, 21))
        .isInstanceOfSatisfying(TooLong.class, full -> assertThat(full.left()).isEqualTo(20));
    var second = card(care, 20);
    assertThatThrownBy(() -> programme.give(staff, talk, first, 0, 101))
        .isInstanceOf(TooLong.class);
    programme.give(staff, talk, second, 0, 5);
    assertThatThrownBy(() -> programme.give(staff, talk, second, 0, 6))
        .as("somebody who saw the version before")
        .isInstanceOf(EditedElsewhere.class);
    assertThat(card(film, 100)).as("added twice").isEqualTo(first);
    assertThat(cards.of(CITY, talk))
        .extracting(Card::position, Card::minutes)
        .containsExactly(tuple(1, 100), tuple(2, 5));
  }

  @Test
  void onlyWhoIsCalledTakesTheStage() {
    var other = NeedFixture.organization(jdbc, "没有邀请的协会");
    assertThatThrownBy(() -> programme.add(staff, talk, other, 5)).isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () -> programme.add(NeedFixture.staff(jdbc, "yang", "371521"), talk, other, 5))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void orderChangesAndAGapCloses() {
    var first = card(film, 5);
    var second = card(care, 5);
    programme.shift(staff, talk, second, true);
    programme.shift(staff, talk, second, true);
    assertThat(cards.of(CITY, talk)).extracting(Card::id).containsExactly(second, first);
    programme.remove(staff, talk, second);
    assertThat(find(first).position()).isEqualTo(1);
  }

  @Test
  void theStageIsCalledAsItWasSeen() {
    var first = card(film, 5);
    var second = card(care, 5);
    programme.call(staff, talk, Optional.of(first), 0);
    assertThatThrownBy(() -> programme.call(staff, talk, Optional.of(second), 0))
        .isInstanceOf(EditedElsewhere.class);
    assertThat(programme.stage(talk).card()).contains(first);
    programme.call(staff, talk, Optional.empty(), 1);
    assertThat(programme.stage(talk).card()).isEmpty();
  }

  @Test
  void theOrganizationPutsItsCardInItsOwnWords() {
    var id = programme.offer(visitor(film));
    assertThat(programme.offer(visitor(film))).as("twice").isEqualTo(id);
    var draft = new CardDraft("我们拍片", "剪辑", "场地", true);
    cards.change(film, talk, id, 0, draft);
    assertThatThrownBy(() -> cards.change(staff, talk, id, 0, draft))
        .isInstanceOf(EditedElsewhere.class);
    assertThatThrownBy(() -> cards.change(care, talk, id, 1, draft)).isInstanceOf(NotFound.class);
    assertThat(find(id).who()).isEqualTo("我们拍片");
    status(TalkStatus.CLOSED);
    assertThatThrownBy(() -> cards.change(film, talk, id, 1, draft)).isInstanceOf(NotFound.class);
  }

  @Test
  void picturesAreFreedOfWhatTheCameraWroteAndAreFew() throws UnreadableFile, IOException {
    var id = card(film, 5);
    var photo = Upload.photo("照片.jpg", ShowcaseFixture.photo(Color.GREEN));
    for (var n = 0; n < Pictures.MOST; n++) {
      assertThat(pictures.add(film, talk, id, photo, "第" + n + "张", n == 0)).isTrue();
    }
    assertThat(pictures.add(film, talk, id, photo, "多一张", true)).isFalse();
    assertThatThrownBy(() -> pictures.add(care, talk, id, photo, "别家的", true))
        .isInstanceOf(NotFound.class);

    var all = pictures.of(List.of(find(id))).getOrDefault(id, List.of());
    var first = pictures.content(film.scope(), talk, all.getFirst().id()).orElseThrow();
    assertThat(first.bytes().getContentAsString(US_ASCII)).doesNotContain("N36.45");
    assertThat(pictures.content(Scope.PUBLISHED, talk, all.getFirst().id())).isEmpty();
    assertThat(pictures.content(visitor(care), all.getLast().id())).isPresent();

    cards.change(film, talk, id, 0, new CardDraft("我们拍片", "", "", true));
    status(TalkStatus.FOLLOWING_UP);
    assertThat(pictures.content(Scope.PUBLISHED, talk, all.getFirst().id())).isPresent();
    assertThat(pictures.content(Scope.PUBLISHED, talk, all.getLast().id()))
        .as("not to be published")
        .isEmpty();
  }

  @Test
  void everyoneReadsACardAfterTheTalkIfItsOrganizationAgrees() {
    var agreed = card(film, 5);
    card(care, 5);
    cards.change(film, talk, agreed, 0, new CardDraft("我们拍片", "", "", true));
    assertThat(cards.published(talk)).isEmpty();
    status(TalkStatus.FOLLOWING_UP);
    assertThat(cards.published(talk)).extracting(Card::id).containsExactly(agreed);
    assertThat(cards.of(care.scope(), talk)).as("and its own").hasSize(2);

    var visitor = Site.at(port);
    assertThat(visitor.get("/showcase").body()).contains("社工站和社区怎样供需对接");
    assertThat(visitor.get("/showcase/" + talk).body())
        .contains("我们拍片")
        .doesNotContain("蒲心社会工作服务中心");
    assertThat(visitor.get("/showcase/" + (talk + 1)).statusCode()).isEqualTo(404);
  }

  @Test
  void aWishIsMarkedChangedAndTakenBack() {
    var id = card(film, 5);
    var guest = byLink(community);
    assertThat(interests.mark(guest, id, COOPERATE)).isEqualTo(Interests.Outcome.DONE);
    interests.mark(guest, id, COOPERATE);
    interests.mark(guest, id, new Marking(Optional.of(Wish.LEARN), "", true));
    assertThat(interests.counts(talk)).containsExactly(Map.entry(id, new Interests.Count(0, 1)));
    interests.mark(guest, id, Marking.NONE);
    interests.mark(guest, id, Marking.NONE);
    assertThat(interests.counts(talk)).isEmpty();
    assertThat(jdbc.sql("select count(*) from showcase_interest_move").query(Long.class).single())
        .as("what changed nothing is no move")
        .isEqualTo(3);

    assertThat(interests.mark(visitor(film), id, COOPERATE)).isEqualTo(Interests.Outcome.OWN);
    status(TalkStatus.CLOSED);
    assertThat(interests.mark(byLink(community), id, COOPERATE))
        .isEqualTo(Interests.Outcome.CLOSED);
  }

  @Test
  void theOrganizationSeesWhoWishesAndWithWhomItIsMutual() {
    var ofFilm = card(film, 5);
    var ofCare = card(care, 5);
    interests.mark(byLink(community), ofFilm, COOPERATE);
    interests.mark(visitor(care), ofFilm, new Marking(Optional.of(Wish.LEARN), "想学拍摄", true));
    interests.mark(visitor(film), ofCare, COOPERATE);

    assertThat(interests.on(film, find(ofFilm)))
        .extracting(Interested::unit, Interested::mutual, one -> one.contact().isPresent())
        .containsExactly(
            tuple("组织" + care.organization().orElseThrow(), true, true),
            tuple("和平社区", false, false));
    assertThat(interests.on(film, find(ofFilm)).getFirst().contact().orElseThrow().phone())
        .isEqualTo("138****1234");
    assertThatThrownBy(() -> interests.on(care, find(ofFilm))).isInstanceOf(NotFound.class);
    assertThat(interests.between(CITY, talk))
        .containsExactly(
            new Interest(id(film), id(care), Wish.COOPERATE, "一起拍宣传片"),
            new Interest(id(care), id(film), Wish.LEARN, "想学拍摄"),
            new Interest(community, id(film), Wish.COOPERATE, "一起拍宣传片"));
    assertThat(interests.between(Scope.PUBLISHED, talk)).isEmpty();
  }

  private long id(SignedIn me) {
    return visitor(me).invitation();
  }

  @Test
  void aContactIsOpenedOnlyIfAgreedToByTheOrganizationAloneAndOnRecord() {
    var ofFilm = card(film, 5);
    interests.mark(visitor(care), ofFilm, new Marking(Optional.of(Wish.LEARN), "", true));
    interests.mark(byLink(community), ofFilm, COOPERATE);
    var guest = visitor(care).invitation();

    assertThat(interests.reveal(film, find(ofFilm), guest).phone()).isEqualTo("13800001234");
    assertThat(
            jdbc.sql(
                    "select count(*) from audit_entry where object_kind = 'invitation' and object_id = :id")
                .param("id", String.valueOf(guest))
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThatThrownBy(() -> interests.reveal(film, find(ofFilm), community))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> interests.reveal(staff, find(ofFilm), guest))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void afterTheTalkAnOrganizationHearsOnceWhatWasMarked() {
    var ofFilm = card(film, 5);
    card(care, 5);
    interests.mark(byLink(community), ofFilm, COOPERATE);
    interests.mark(visitor(care), ofFilm, COOPERATE);
    events.publishEvent(new TalkHeld(talk, 3));
    assertThat(
            jdbc.sql("select account_id from notice where key = 'showcase.notice.interest'")
                .query(Long.class)
                .list())
        .containsExactly(film.id());
  }

  @Test
  void aFileThatIsNoPictureIsRefusedAndTheWordsStay() {
    var id = card(film, 5);
    var site =
        Site.at(port).signedIn(people.representative("film2", film.organization().orElseThrow()));
    var edit = "/talks/" + talk + "/showcase/" + id;
    site.get(edit + "/edit");
    var refused =
        site.upload(
            edit + "/pictures",
            Map.of("caption", "我们的片场"),
            "file",
            "photo.jpg",
            "<svg onload='x'/>".getBytes(US_ASCII));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("JPG").contains("我们的片场").contains("微电影协会是谁");
  }
}
