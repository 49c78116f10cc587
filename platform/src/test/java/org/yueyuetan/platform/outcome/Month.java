package org.yueyuetan.platform.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.agreement.AgreementSigned;
import org.yueyuetan.platform.agreement.Manner;
import org.yueyuetan.platform.need.NeedAnswered;
import org.yueyuetan.platform.need.NeedDeclined;
import org.yueyuetan.platform.need.NeedSubmitted;
import org.yueyuetan.platform.need.NeedTakenUp;
import org.yueyuetan.platform.opinion.OpinionRecorded;
import org.yueyuetan.platform.talk.CommitmentMade;
import org.yueyuetan.platform.talk.TalkClosed;
import org.yueyuetan.platform.talk.TalkConvened;
import org.yueyuetan.platform.talk.TalkHeld;
import org.yueyuetan.platform.talk.TalkPlanned;
import org.yueyuetan.platform.theme.ThemeChosen;

/**
 * Plays the rooms below: writes what they would write down and publishes the facts that they would
 * publish.
 */
@Component
@Transactional
public class Month {

  private static final YearMonth MONTH = YearMonth.of(2026, 3);
  private static final String REGION = "371502000000";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Month(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  public long organization(String name) {
    return organization(name, REGION);
  }

  public long organization(String name, String region) {
    return insert(
        """
        insert into organization (name, kind, region_code, level, party_type, words, created_at)
        values (:name, 'SERVICE_AGENCY', :region, 'COUNTY', 'NONE', '', :at) returning id
        """,
        "name",
        name,
        "region",
        region);
  }

  public long need(long organization, String title, String visibility) {
    var id =
        insert(
            """
            insert into need (organization_id, direction, title, text, kind, field, region_code, visibility, status, words,
                              created_at, submitted_at)
            select :organization, 'NEED', :title, '', 'VENUE', 'SOCIAL_WORK', o.region_code, :visibility, 'ACCEPTED', '',
                   :at, :at
            from organization o where o.id = :organization returning id
            """,
            "organization",
            organization,
            "title",
            title,
            "visibility",
            visibility);
    events.publishEvent(new NeedSubmitted(id, title, visibility.equals("PUBLIC"), organization));
    return id;
  }

  public void support(long need, long organization, long account) {
    jdbc.sql(
            "insert into need_support (need_id, organization_id, account_id, at) values (:need, :organization, :account, :at)")
        .param("need", need)
        .param("organization", organization)
        .param("account", account)
        .param("at", now())
        .update();
  }

  public void decline(long need, String reason) {
    setStatus("need", need, "DECLINED");
    events.publishEvent(new NeedDeclined(need, title(need), owner(need), reason));
  }

  public long theme(String title, List<Long> needs, List<Long> uncovered) {
    jdbc.sql(
            "insert into theme_month (month, status) values (:month, 'CHOSEN') on conflict do nothing")
        .param("month", MONTH.atDay(1))
        .update();
    var id =
        insert(
            """
            insert into theme (month, title, field, status, position, created_at)
            values (:month, :title, 'SOCIAL_WORK', 'CHOSEN', 1, :at) returning id
            """,
            "month",
            MONTH.atDay(1),
            "title",
            title);
    for (var need : needs) {
      jdbc.sql("insert into theme_need (theme_id, need_id) values (:theme, :need)")
          .param("theme", id)
          .param("need", need)
          .update();
      setStatus("need", need, "TAKEN_UP");
      events.publishEvent(new NeedTakenUp(need, title(need), owner(need), id, title));
    }
    events.publishEvent(new ThemeChosen(id, title, MONTH, needs, uncovered));
    return id;
  }

  public long planned(String title, Optional<Long> theme) {
    var id =
        insert(
            """
            insert into talk (month, year, number, title, theme_id, region_code, status, starts_at, ends_at, place, capacity,
                              host, secret, created_at)
            values (:month, 2026, (select coalesce(max(number), 0) + 1 from talk), :title, :theme, :region, 'PLANNED', :at, cast(:at as timestamptz) + interval '2 hours',
                    '三楼会议室', 40, '民政局', 'x', :at) returning id
            """,
            "month",
            MONTH.atDay(1),
            "title",
            title,
            "theme",
            theme.orElse(null),
            "region",
            REGION);
    events.publishEvent(new TalkPlanned(id, title, theme));
    return id;
  }

  public void convene(long talk, String title, Optional<Long> theme) {
    setStatus("talk", talk, "CONVENING");
    jdbc.sql("update talk set convened_at = :at where id = :id")
        .param("at", now())
        .param("id", talk)
        .update();
    events.publishEvent(new TalkConvened(talk, title, theme));
  }

  /** Signed by all; grown from a need, and established at a talk. */
  long agreement(String title, long need, long talk) {
    var id =
        insert(
            """
            insert into agreement (code, template, title, purpose, region_code, from_date, until_date, clauses, status,
                                   signed_at, created_at)
            values ('code', 'OTHER', :title, '', :region, cast(:at as date), cast(:at as date), '', 'SIGNED', :at, :at)
            returning id
            """,
            "title",
            title,
            "region",
            REGION);
    events.publishEvent(
        new AgreementSigned(
            id,
            title,
            "",
            Manner.ELECTRONIC,
            Optional.empty(),
            Optional.of(need),
            Optional.of(talk),
            List.of(),
            List.of()));
    return id;
  }

  public void hold(long talk) {
    setStatus("talk", talk, "HELD");
    events.publishEvent(new TalkHeld(talk, 0));
  }

  public void followUp(long talk) {
    setStatus("talk", talk, "FOLLOWING_UP");
  }

  /** A talk about the theme in the middle of its follow-up. */
  public long talk(String title, Optional<Long> theme) {
    var id = planned(title, theme);
    convene(id, title, theme);
    hold(id);
    followUp(id);
    return id;
  }

  public void attend(long talk, String unit, Optional<Long> organization) {
    insert(
        """
        insert into invitation (talk_id, organization_id, unit, party, status, attendee, attendee_phone, code, checked_in_at)
        select :talk, :organization, :unit, 'AGENCY', 'ACCEPTED', '赵某某', '13900000000',
               lpad((count(*) + 1)::text, 6, '0'), :at
        from invitation where talk_id = :talk returning id
        """,
        "talk",
        talk,
        "organization",
        organization.orElse(null),
        "unit",
        unit);
  }

  public long opinion(long talk, String text) {
    var id =
        insert(
            """
            insert into opinion (talk_id, speaker, party, text, status, origin, recorded_at)
            values (:talk, '钱某某', 'AGENCY', :text, 'ACCEPTED', 'RECORDED', :at) returning id
            """,
            "talk",
            talk,
            "text",
            text);
    events.publishEvent(new OpinionRecorded(id, talk));
    return id;
  }

  public long commitment(long talk, Optional<Long> organization, String what, LocalDate due) {
    var id =
        insert(
            """
            insert into commitment (talk_id, organization_id, who, what, due, status, created_at)
            values (:talk, :organization, '蒲心', :what, :due, 'OPEN', :at) returning id
            """,
            "talk",
            talk,
            "organization",
            organization.orElse(null),
            "what",
            what,
            "due",
            due);
    events.publishEvent(new CommitmentMade(id, talk, "蒲心", what));
    return id;
  }

  public void answer(long need, String answer) {
    setStatus("need", need, "ANSWERED");
    jdbc.sql("update need set answer = :answer, answered_at = :at where id = :id")
        .param("answer", answer)
        .param("at", now())
        .param("id", need)
        .update();
    events.publishEvent(new NeedAnswered(need, title(need), owner(need), answer));
  }

  public void close(long talk, String title, Optional<Long> theme, List<Long> answered) {
    setStatus("talk", talk, "CLOSED");
    events.publishEvent(new TalkClosed(talk, title, theme, answered));
  }

  public void setStatus(String table, long id, String status) {
    jdbc.sql("update %s set status = :status where id = :id".formatted(table))
        .param("status", status)
        .param("id", id)
        .update();
  }

  private String title(long need) {
    return jdbc.sql("select title from need where id = :id")
        .param("id", need)
        .query(String.class)
        .single();
  }

  private long owner(long need) {
    return jdbc.sql("select organization_id from need where id = :id")
        .param("id", need)
        .query(Long.class)
        .single();
  }

  private long insert(String sql, @Nullable Object... parameters) {
    var statement = jdbc.sql(sql).param("at", now());
    for (var n = 0; n < parameters.length; n += 2) {
      statement = statement.param(String.valueOf(parameters[n]), parameters[n + 1]);
    }
    return statement.query(Long.class).single();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
