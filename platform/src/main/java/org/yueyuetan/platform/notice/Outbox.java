package org.yueyuetan.platform.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails that wait to be sent (发件箱): written in the transaction that decides to send, delivered by a
 * job.
 */
@Component
public class Outbox {

  /** A mail taken by one node to be sent now. */
  record Parcel(long id, Instant written, Letter letter) {}

  /** How the outbox stands. */
  public record State(int waiting, Optional<Instant> oldest, int sent, int givenUp, String error) {}

  /** A mail that nobody will try to send again by itself. */
  public record Refused(long id, String recipient, Instant at, int attempts, String error) {}

  static final int ATTEMPTS = 10;

  /** A node that dies while it sends gives its mails back after this time. */
  private static final Duration CLAIM = Duration.ofMinutes(10);

  private static final Duration SERVER_PAUSE = Duration.ofMinutes(2);
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final Duration LONGEST_WAIT = Duration.ofDays(14);
  private static final Duration KEPT = Duration.ofDays(90);

  private final JdbcClient jdbc;
  private final Clock clock;

  Outbox(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Transactional
  public void add(Letter letter) {
    jdbc.sql(
            """
            insert into mail (recipient, subject, body, calendar, created_at, next_try_at)
            values (:recipient, :subject, :body, :calendar, :now, :now)
            """)
        .param("recipient", letter.recipient())
        .param("subject", letter.subject())
        .param("body", letter.body())
        .param("calendar", letter.calendar().orElse(null))
        .param("now", now())
        .update();
  }

  boolean anyDue() {
    return jdbc.sql(
            """
            select exists (select 1 from mail where sent_at is null and given_up_at is null and next_try_at <= :now)
            """)
        .param("now", now())
        .query(Boolean.class)
        .single();
  }

  /**
   * Takes mails that are due, those first that were refused least often: what the server cannot
   * stand holds up nobody. Nobody else gets them before {@link #CLAIM} has passed.
   */
  @Transactional
  public List<Parcel> claim(int most) {
    return jdbc.sql(
            """
            with claimed as (
              update mail set next_try_at = :until
              where id in (select id from mail
                           where sent_at is null and given_up_at is null and next_try_at <= :now
                           order by attempts, next_try_at, id limit :most
                           for update skip locked)
              returning id, created_at, recipient, subject, body, calendar, attempts)
            select * from claimed order by attempts, id
            """)
        .param("until", now().plus(CLAIM))
        .param("now", now())
        .param("most", most)
        .query((row, n) ->
            new Parcel(
                row.getLong("id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                new Letter(
                    row.getString("recipient"),
                    row.getString("subject"),
                    row.getString("body"),
                    Optional.ofNullable(row.getString("calendar")))))
        .list();
  }

  @Transactional
  public void sent(long id) {
    jdbc.sql(
            "update mail set sent_at = :now, given_up_at = null, attempts = attempts + 1, error = null where id = :id")
        .param("now", now())
        .param("id", id)
        .update();
  }

  /**
   * The server did not take this mail: tried again after a pause that doubles, and given up in the
   * end.
   */
  @Transactional
  public void refused(long id, String error) {
    jdbc.sql(
            """
            update mail
            set attempts = attempts + 1, error = :error,
                next_try_at = :now + least(:first * power(2, least(attempts, 20)), :longest) * interval '1 second',
                given_up_at = case when attempts + 1 >= :attempts then cast(:now as timestamptz) end
            where id = :id
            """)
        .param("error", error)
        .param("now", now())
        .param("first", FIRST_PAUSE.toSeconds())
        .param("longest", LONGEST_PAUSE.toSeconds())
        .param("attempts", ATTEMPTS)
        .param("id", id)
        .update();
  }

  /**
   * The server cannot be reached: no mail's fault, so none is charged an attempt, however long it
   * lasts.
   */
  @Transactional
  public void postpone(Collection<Long> claimed, String error) {
    jdbc.sql(
            """
            update mail set next_try_at = :later, error = :error
            where sent_at is null and given_up_at is null and (next_try_at <= :now or id = any(array[:claimed]::bigint[]))
            """)
        .param("later", now().plus(SERVER_PAUSE))
        .param("error", error)
        .param("now", now())
        .param("claimed", claimed)
        .update();
  }

  /**
   * Mails hold addresses and names: they are not kept for longer than questions are likely, neither
   * those that were sent nor those that were given up.
   */
  @Transactional
  public void forgetOld() {
    jdbc.sql("delete from mail where coalesce(sent_at, given_up_at) < :before")
        .param("before", now().minus(KEPT))
        .update();
  }

  /** Mails that waited too long are put aside with those that were refused. */
  @Transactional
  public void giveUpStale() {
    jdbc.sql(
            """
            update mail set given_up_at = :now, error = coalesce(error, '')
            where sent_at is null and given_up_at is null and created_at < :before
            """)
        .param("now", now())
        .param("before", now().minus(LONGEST_WAIT))
        .update();
  }

  State state() {
    return jdbc.sql(
            """
            select count(*) filter (where sent_at is null and given_up_at is null) as waiting,
                   min(created_at) filter (where sent_at is null and given_up_at is null) as oldest,
                   count(sent_at) as sent,
                   count(given_up_at) as given_up,
                   (select l.error from mail l where l.sent_at is null and l.given_up_at is null and l.error is not null
                    order by l.next_try_at desc limit 1) as error
            from mail
            """)
        .query((row, n) ->
            new State(
                row.getInt("waiting"),
                Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant),
                row.getInt("sent"),
                row.getInt("given_up"),
                Optional.ofNullable(row.getString("error")).orElse("")))
        .single();
  }

  List<Refused> refused(Optional<Long> after, int limit) {
    return jdbc.sql(
            """
            select id, recipient, created_at, attempts, error from mail
            where given_up_at is not null and id < :after
            order by id desc limit :limit
            """)
        .param("after", after.orElse(Long.MAX_VALUE))
        .param("limit", limit)
        .query(Outbox::refusedMail)
        .list();
  }

  /**
   * Puts mails that were given up back among the waiting ones, with all their attempts before them.
   */
  @Transactional
  public int retry(Collection<Long> ids) {
    return jdbc.sql(
            """
            update mail set given_up_at = null, attempts = 0, next_try_at = :now
            where given_up_at is not null and id = any(array[:ids]::bigint[])
            """)
        .param("now", now())
        .param("ids", ids)
        .update();
  }

  @Transactional
  public int retryAll() {
    return jdbc.sql(
            """
            update mail set given_up_at = null, attempts = 0, next_try_at = :now
            where given_up_at is not null
            """)
        .param("now", now())
        .update();
  }

  private static Refused refusedMail(ResultSet row, int n) throws SQLException {
    return new Refused(
        row.getLong("id"),
        row.getString("recipient"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"),
        Optional.ofNullable(row.getString("error")).orElse(""));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
