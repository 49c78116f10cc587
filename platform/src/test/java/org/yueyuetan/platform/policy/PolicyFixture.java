package org.yueyuetan.platform.policy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.talk.TalkDayFixture;
import org.yueyuetan.platform.talk.TalkStatus;

/** Talks with opinions, and drafts of documents with sensible values, for tests in March 2026. */
final class PolicyFixture {

  static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

  private PolicyFixture() {}

  static long talk(JdbcClient jdbc) {
    return TalkDayFixture.talk(jdbc, TalkStatus.FOLLOWING_UP);
  }

  static long talkOf(JdbcClient jdbc, String region) {
    var talk = talkNumbered(jdbc, 4);
    jdbc.sql("update talk set region_code = :region where id = :id")
        .param("region", region)
        .param("id", talk)
        .update();
    return talk;
  }

  private static long talkNumbered(JdbcClient jdbc, int number) {
    jdbc.sql("update talk set number = number + :number").param("number", number).update();
    return TalkDayFixture.talk(jdbc, TalkStatus.FOLLOWING_UP);
  }

  static long opinion(JdbcClient jdbc, long talk, String text, Optional<Long> organization) {
    return jdbc.sql(
            """
            insert into opinion (talk_id, organization_id, speaker, party, text, named, status, origin, recorded_at)
            values (:talk, :organization, '蒲心中心 王代表', 'AGENCY', :text, false, 'ACCEPTED', 'RECORDED', :at)
            returning id
            """)
        .param("talk", talk)
        .param("organization", organization.orElse(null))
        .param("text", text)
        .param(
            "at",
            TalkDayFixture.BEGIN
                .plusMinutes(30)
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toOffsetDateTime())
        .query(Long.class)
        .single();
  }

  static PolicyDraft notice(String title, Long... talks) {
    return draft(Genre.NOTICE, title, Optional.empty(), List.of(talks));
  }

  static PolicyDraft measures(String title, LocalDate until, Long... talks) {
    return draft(Genre.MEASURES, title, Optional.of(until), List.of(talks));
  }

  private static PolicyDraft draft(
      Genre genre, String title, Optional<LocalDate> until, List<Long> talks) {
    return new PolicyDraft(
        genre,
        title,
        "各县（市、区）民政局",
        "",
        genre.annexed() ? "现将《" + title + "》印发给你们，请认真贯彻执行。" : "",
        "",
        Disclosure.OPEN,
        until,
        talks);
  }

  /** Takes a draft all the way. */
  static void issue(Issuance issuance, Policies policies, long id, SignedIn me) {
    issuance.submit(id, stand(policies, id, me), me);
    issuance.signedOnPaper(id, "钱局长", TODAY, stand(policies, id, me), me);
    issuance.issue(id, "聊民", TODAY, stand(policies, id, me), me);
  }

  static int stand(Policies policies, long id, SignedIn me) {
    return policies.find(me.scope(), id).orElseThrow().stand();
  }
}
