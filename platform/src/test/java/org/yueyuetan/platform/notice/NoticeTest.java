package org.yueyuetan.platform.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yueyuetan.platform.People;
import org.yueyuetan.platform.PlatformTest;
import org.yueyuetan.platform.Site;
import org.yueyuetan.platform.TestClock;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.NewAccount;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;

@PlatformTest
class NoticeTest {

  private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

  @Autowired Notices notices;
  @Autowired Outbox outbox;
  @Autowired Delivery delivery;
  @Autowired Accounts accounts;
  @Autowired Settings settings;
  @Autowired GreenMail mailbox;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired People people;
  @LocalServerPort int port;
  @Autowired TransactionTemplate transactions;

  @Test
  void anInvitationArrivesWithACalendarEntry() throws Exception {
    var from = Instant.parse("2026-03-20T06:30:00Z");
    var entry = new CalendarEntry("talk-1", "月月谈", "三楼会议室", from, from.plusSeconds(7200), "请准时");

    notices.toAddress("li@example.org", CHINESE, answered("活动场地"), Optional.of(entry));
    delivery.run();

    var mail = onlyMail();
    assertThat(mail.getSubject()).isEqualTo("您的需求有了答复：活动场地");
    var parts = (Multipart) mail.getContent();
    assertThat(parts.getBodyPart(1).getContentType())
        .startsWith("text/calendar")
        .contains("method=PUBLISH");
    assertThat(
            new String(
                parts.getBodyPart(1).getInputStream().readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8))
        .contains("SUMMARY:月月谈");
    assertThat(text(parts)).contains("借用社区活动室").contains("http://localhost:8080/trace/need/7");
  }

  @Test
  void everybodyIsToldOnceAndInTheirOwnLanguage() throws Exception {
    var zhang = account("zhang", "zhang@example.org");
    var anna = account("anna", "anna@example.org");
    var mute = account("mute", "");
    jdbc.sql("update account set language = 'en' where id = :id").param("id", anna).update();

    notices.toAccounts(List.of(zhang, anna, anna, mute), answered("Rooms"));
    delivery.run();

    assertThat(List.of(mailbox.getReceivedMessages()))
        .extracting(MimeMessage::getSubject)
        .containsExactlyInAnyOrder("您的需求有了答复：Rooms", "Your need has an answer: Rooms");
    assertThat(List.of(zhang, anna, mute))
        .allSatisfy(id -> assertThat(notices.unread(id)).isEqualTo(1));
  }

  @Test
  void whatIsRolledBackIsNeverTold() {
    var zhang = account("zhang", "zhang@example.org");

    transactions.executeWithoutResult(status -> {
      notices.toAccount(zhang, answered("场地"));
      status.setRollbackOnly();
    });
    delivery.run();

    assertThat(notices.unread(zhang)).isZero();
    assertThat(mailbox.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerThatIsDownDelaysAndNeverLoses() throws Exception {
    set(Setting.MAIL_PORT, String.valueOf(closedPort()));
    notices.toAddress("li@example.org", CHINESE, answered("场地"), Optional.empty());
    for (var attempt = 0; attempt < 2 * Outbox.ATTEMPTS; attempt++) {
      delivery.run();
      clock.advance(Duration.ofMinutes(3));
    }
    assertThat(outbox.state().waiting()).isEqualTo(1);
    assertThat(outbox.state().error()).isNotBlank();

    set(Setting.MAIL_PORT, String.valueOf(mailbox.getSmtp().getPort()));
    delivery.run();
    clock.advance(Duration.ofDays(1));
    delivery.run();

    assertThat(onlyMail().getSubject()).contains("场地");
    assertThat(outbox.state()).isEqualTo(new Outbox.State(0, Optional.empty(), 1, 0, ""));
  }

  @Test
  void withoutAServerMailsWait() {
    set(Setting.MAIL_HOST, "");
    notices.toAddress("li@example.org", CHINESE, answered("场地"), Optional.empty());

    delivery.run();

    assertThat(outbox.state().waiting()).isEqualTo(1);
  }

  @Test
  void aMailThatIsRefusedIsGivenUpInTheEndAndHoldsUpNoOther() throws Exception {
    notices.toAddress("no address", CHINESE, answered("坏地址"), Optional.empty());
    notices.toAddress("li@example.org", CHINESE, answered("好地址"), Optional.empty());
    for (var attempt = 0; attempt < Outbox.ATTEMPTS; attempt++) {
      delivery.run();
      clock.advance(Duration.ofHours(7));
    }

    assertThat(onlyMail().getSubject()).contains("好地址");
    assertThat(outbox.state().givenUp()).isEqualTo(1);
    assertThat(outbox.retryAll()).isEqualTo(1);
    assertThat(outbox.state().waiting()).isEqualTo(1);
  }

  @Test
  void aMailAtWhichTheServerHangsUpHoldsUpNoOther() throws Exception {
    notices.toAddress("bad@example.org", CHINESE, answered("坏信"), Optional.empty());
    notices.toAddress("li@example.org", CHINESE, answered("好信"), Optional.empty());
    try (var server = new ServerSocket(0)) {
      set(Setting.MAIL_PORT, String.valueOf(server.getLocalPort()));
      Thread.ofVirtual().start(() -> hangUpAtBadMail(server));
      delivery.run();
      clock.advance(Duration.ofMinutes(3));
      delivery.run();
    }

    assertThat(outbox.state().sent()).isEqualTo(1);
    assertThat(outbox.state().waiting()).isEqualTo(1);
  }

  @Test
  void aMailThatNobodyCouldSendForTwoWeeksIsPutAsideForPeopleToDecide() {
    set(Setting.MAIL_HOST, "");
    notices.toAddress("li@example.org", CHINESE, answered("场地"), Optional.empty());
    clock.advance(Duration.ofDays(15));

    delivery.run();

    assertThat(outbox.state().waiting()).isZero();
    assertThat(outbox.state().givenUp()).isEqualTo(1);
  }

  @Test
  void addressesAreNotKeptForEverNeitherOfMailsSentNorOfMailsGivenUp() {
    notices.toAddress("li@example.org", CHINESE, answered("好地址"), Optional.empty());
    notices.toAddress("no address", CHINESE, answered("坏地址"), Optional.empty());
    delivery.run();
    clock.advance(Duration.ofDays(15));
    delivery.run();
    assertThat(outbox.state().sent()).isEqualTo(1);
    assertThat(outbox.state().givenUp()).isEqualTo(1);

    clock.advance(Duration.ofDays(91));
    delivery.run();
    assertThat(outbox.state()).isEqualTo(new Outbox.State(0, Optional.empty(), 0, 0, ""));
  }

  @Test
  void twoNodesNeverSendTheSameMail() {
    for (var n = 0; n < 30; n++) {
      notices.toAddress("li@example.org", CHINESE, answered("场地" + n), Optional.empty());
    }

    var other = Thread.ofVirtual().start(delivery::run);
    delivery.run();
    assertThat(joined(other)).isTrue();

    assertThat(mailbox.getReceivedMessages()).hasSize(30);
  }

  @Test
  void aLineBreakInWhatPeopleTypeMakesNoHeader() throws Exception {
    notices.toAddress(
        "li@example.org",
        CHINESE,
        answered("场地\r\nBcc: spy@example.org\r\n\r\nhello"),
        Optional.empty());
    delivery.run();

    var mail = onlyMail();
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getSubject()).contains("场地 Bcc: spy@example.org hello");
  }

  @Test
  void openingANoticeReadsItForItsOwnerOnly() {
    var zhang = account("zhang", "");
    var wang = account("wang", "");
    notices.toAccount(zhang, answered("场地"));
    var notice = notices.list(zhang, Optional.empty(), 10).getFirst();

    assertThat(notices.open(wang, notice.id())).isEmpty();
    assertThat(notices.unread(zhang)).isEqualTo(1);
    assertThat(notices.open(zhang, notice.id()).orElseThrow().message()).isEqualTo(answered("场地"));
    assertThat(notices.unread(zhang)).isZero();
  }

  @Test
  void unreadNoticesComeFirstOnEveryPage() {
    var zhang = account("zhang", "");
    for (var n = 1; n <= 5; n++) {
      notices.toAccount(zhang, told("需求" + n, "/trace/need/" + n));
    }
    var all = notices.list(zhang, Optional.empty(), 10);
    notices.open(zhang, all.get(0).id());
    notices.open(zhang, all.get(2).id());

    var first = notices.list(zhang, Optional.empty(), 2);
    var second = notices.list(zhang, Optional.of(first.getLast()), 2);
    var third = notices.list(zhang, Optional.of(second.getLast()), 2);

    assertThat(
            List.of(first, second, third).stream()
                .flatMap(List::stream)
                .map(n -> n.message().args().getFirst()))
        .containsExactly("需求4", "需求2", "需求1", "需求5", "需求3");
  }

  @Test
  void whatIsToldOfOneThingStandsTogetherAndCountsOnce() {
    var zhang = account("zhang", "");
    notices.toAccount(zhang, told("场地一", "/trace/need/7"));
    notices.toAccount(zhang, told("经费", "/trace/need/8"));
    notices.toAccount(zhang, told("场地二", "/trace/need/7"));
    notices.toAccount(zhang, new Message("notice.rightsChanged", List.of(), "/notices"));
    notices.toAccount(zhang, new Message("notice.passwordReset", List.of(), "/notices"));

    assertThat(notices.unread(zhang)).as("a list is not a thing").isEqualTo(4);
    var list = notices.list(zhang, Optional.empty(), 10);
    assertThat(list).hasSize(4);
    assertThat(list.get(2).message()).isEqualTo(told("场地二", "/trace/need/7"));
    assertThat(list.get(2).earlier())
        .extracting(Notice::message)
        .containsExactly(told("场地一", "/trace/need/7"));

    notices.open(zhang, list.get(2).id());
    assertThat(notices.unread(zhang)).isEqualTo(3);
  }

  @Test
  void oldNewsDoesNotRing() {
    var zhang = account("zhang", "");
    notices.toAccount(zhang, told("旧的", "/trace/need/7"));
    clock.advance(Notices.FRESH.plusDays(1));
    notices.toAccount(zhang, told("新的", "/trace/need/8"));
    assertThat(notices.unread(zhang)).isEqualTo(1);
    assertThat(notices.list(zhang, Optional.empty(), 10))
        .extracting(Notice::read)
        .containsExactly(false, true);
  }

  @Test
  void whoComesToThePageByAnotherWayHasReadTheNotice() {
    var staff = people.organizer();
    notices.toAccount(staff.me().id(), told("超期", "/opinions?stand=OVERDUE"));
    var site = Site.at(port).signedIn(staff);
    site.get("/opinions");
    assertThat(notices.unread(staff.me().id())).isEqualTo(1);
    site.get("/opinions?stand=OVERDUE");
    assertThat(notices.unread(staff.me().id())).isZero();
  }

  private static Message answered(String need) {
    return told(need, "/trace/need/7");
  }

  private static Message told(String need, String link) {
    return new Message("outcome.notice.answered", List.of(need, "借用社区活动室"), link);
  }

  private long account(String username, String email) {
    return accounts.create(
        new NewAccount(username, username, email, "", false), "Sample-Password-1", true);
  }

  private void set(Setting setting, String value) {
    settings.change(setting, value, settings.entry(setting).version());
  }

  private MimeMessage onlyMail() {
    assertThat(mailbox.getReceivedMessages()).hasSize(1);
    return mailbox.getReceivedMessages()[0];
  }

  private static String text(Multipart parts) throws MessagingException, IOException {
    return GreenMailUtil.getBody(parts.getBodyPart(0)).isEmpty()
        ? ""
        : String.valueOf(
            ((Multipart) parts.getBodyPart(0).getContent()).getBodyPart(0).getContent());
  }

  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void hangUpAtBadMail(ServerSocket server) {
    while (!server.isClosed()) {
      try (var caller = server.accept();
          var heard = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
          var said = new PrintWriter(caller.getOutputStream(), true, UTF_8)) {
        said.print("220 ready\r\n");
        said.flush();
        var inText = false;
        for (var line = heard.readLine();
            line != null && !line.startsWith("RCPT TO:<bad");
            line = heard.readLine()) {
          if (inText && !line.equals(".")) {
            continue;
          }
          inText = line.equals("DATA");
          said.print(inText ? "354 go on\r\n" : "250 done\r\n");
          said.flush();
        }
      } catch (IOException hungUp) {
        // The next caller, if the server still runs.
      }
    }
  }

  private static boolean joined(Thread thread) {
    try {
      return thread.join(Duration.ofSeconds(30));
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
