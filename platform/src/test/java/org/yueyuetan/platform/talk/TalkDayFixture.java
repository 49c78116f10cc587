package org.yueyuetan.platform.talk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.need.NeedFixture;

/** A talk on 12 March 2026, 14:30 to 16:30, with its guests, put straight into the tables. */
public final class TalkDayFixture {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  public static final LocalDateTime BEGIN = LocalDateTime.of(2026, 3, 12, 14, 30);

  private TalkDayFixture() {}

  public static long talk(JdbcClient jdbc, TalkStatus status) {
    return jdbc.sql(
            """
            insert into talk (month, year, number, title, question, region_code, status, starts_at, ends_at, place,
                              capacity, host, secret, convened_at, created_at)
            values ('2026-03-01', 2026, 3, '社工站和社区怎样供需对接', '站点能做什么，社区最需要什么？', '371500000000',
                    :status, :begin, :end, '市民政局三楼会议室', 3, '聊城市民政局', 'secret', :begin, :begin)
            returning id
            """)
        .param("status", status.name())
        .param("begin", at(BEGIN))
        .param("end", at(BEGIN.plusHours(2)))
        .query(Long.class)
        .single();
  }

  /** A theme of the month with one need taken up for each of the titles, hung on the talk. */
  public static void theme(JdbcClient jdbc, long talk, String... titles) {
    jdbc.sql("insert into theme_month (month, status) values ('2026-03-01', 'CHOSEN')").update();
    var theme =
        jdbc.sql(
                """
                insert into theme (month, title, field, status, position, created_at)
                values ('2026-03-01', '供需对接', 'COMMUNITY', 'CHOSEN', 1, :at) returning id
                """)
            .param("at", at(BEGIN))
            .query(Long.class)
            .single();
    for (var title : titles) {
      var need =
          jdbc.sql(
                  """
                  insert into need (organization_id, direction, title, text, kind, field, region_code, visibility,
                                    status, words, created_at)
                  values (:organization, 'NEED', :title, :title, 'TALK', 'COMMUNITY', '371502000000', 'PUBLIC',
                          'TAKEN_UP', to_tsvector('simple', ''), :at)
                  returning id
                  """)
              .param("organization", NeedFixture.organization(jdbc, title + "中心"))
              .param("title", title)
              .param("at", at(BEGIN))
              .query(Long.class)
              .single();
      jdbc.sql("insert into theme_need (theme_id, need_id) values (:theme, :need)")
          .param("theme", theme)
          .param("need", need)
          .update();
    }
    jdbc.sql("update talk set theme_id = :theme where id = :talk")
        .param("theme", theme)
        .param("talk", talk)
        .update();
  }

  public static long guest(
      JdbcClient jdbc, long talk, String unit, Party party, InvitationStatus status, String code) {
    return jdbc.sql(
            """
            insert into invitation (talk_id, unit, party, status, attendee, attendee_phone, code)
            values (:talk, :unit, :party, :status, :attendee, '13800001234', :code)
            returning id
            """)
        .param("talk", talk)
        .param("unit", unit)
        .param("party", party.name())
        .param("status", status.name())
        .param("attendee", "张" + unit.charAt(0))
        .param("code", code)
        .query(Long.class)
        .single();
  }

  public static long guest(
      JdbcClient jdbc, long talk, long organization, InvitationStatus status, String code) {
    var id = guest(jdbc, talk, "组织" + organization, Party.AGENCY, status, code);
    jdbc.sql("update invitation set organization_id = :organization where id = :id")
        .param("organization", organization)
        .param("id", id)
        .update();
    return id;
  }

  /** What the code on the screen in the room leads to at this moment. */
  public static String checkIn(Clock clock, long talk) {
    return "/check-in/" + talk + "?t=" + RoomToken.at(clock.instant(), "secret", talk);
  }

  public static void quorum(JdbcClient jdbc, long talk, Party party, int minimum) {
    jdbc.sql("insert into talk_quorum (talk_id, party, minimum) values (:talk, :party, :minimum)")
        .param("talk", talk)
        .param("party", party.name())
        .param("minimum", minimum)
        .update();
  }

  private static OffsetDateTime at(LocalDateTime local) {
    return local.atZone(ZONE).toOffsetDateTime();
  }
}
