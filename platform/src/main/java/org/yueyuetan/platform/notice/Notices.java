package org.yueyuetan.platform.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people what concerns them: a notice in the application and, where an address is known, a
 * mail. Both are written in the caller's transaction, so what is rolled back is never told, and
 * what is committed is never lost.
 */
@Component
public class Notices {

  private record Reader(long id, String email, Locale language) {}

  private final JdbcClient jdbc;
  private final Letters letters;
  private final Outbox outbox;
  private final Clock clock;

  Notices(JdbcClient jdbc, Letters letters, Outbox outbox, Clock clock) {
    this.jdbc = jdbc;
    this.letters = letters;
    this.outbox = outbox;
    this.clock = clock;
  }

  public void toAccount(long accountId, Message message) {
    toAccounts(List.of(accountId), message);
  }

  /** Each account once, however often it is named; disabled accounts are left out. */
  @Transactional
  public void toAccounts(Collection<Long> ids, Message message) {
    toAccounts(ids, message, Optional.empty());
  }

  /** With an appointment that goes along with the mails. */
  @Transactional
  public void toAccounts(Collection<Long> ids, Message message, Optional<CalendarEntry> entry) {
    if (ids.isEmpty()) {
      return;
    }
    var readers =
        jdbc.sql(
                "select id, email, language from account where id in (:ids) and not disabled order by id")
            .param("ids", Set.copyOf(ids))
            .query((row, n) ->
                new Reader(
                    row.getLong("id"),
                    row.getString("email"),
                    Locale.forLanguageTag(row.getString("language"))))
            .list();
    if (readers.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into notice (account_id, key, args, link, created_at)
            select id, :key, to_jsonb(array[:args]::text[]), :link, :at from account where id in (:ids) order by id
            """)
        .param("key", message.key())
        .param("args", message.args())
        .param("link", message.link())
        .param("at", now())
        .param("ids", readers.stream().map(Reader::id).toList())
        .update();
    for (var reader : readers) {
      toAddress(reader.email(), reader.language(), message, entry);
    }
  }

  /** For people without an account. A blank address is passed over: not everybody has one. */
  @Transactional
  public void toAddress(
      String email, Locale language, Message message, Optional<CalendarEntry> entry) {
    if (!email.isBlank()) {
      outbox.add(letters.write(email, language, message, entry));
    }
  }

  /** How many notices the account has not opened: the number at the bell. */
  public int unread(long account) {
    return jdbc.sql("select count(*) from notice where account_id = :account and read_at is null")
        .param("account", account)
        .query(Integer.class)
        .single();
  }

  /**
   * Unread ones first, each part newest first; {@code after} is the last notice of the page before.
   */
  List<Notice> list(long account, Optional<Notice> after, int limit) {
    return jdbc.sql(
            """
            select id, key, array(select jsonb_array_elements_text(args)) as args, link, created_at, read_at
            from notice
            where account_id = :account and (read_at is null, id) < (:unread, :after)
            order by read_at is null desc, id desc limit :limit
            """)
        .param("account", account)
        .param("unread", after.map(last -> !last.read()).orElse(true))
        .param("after", after.map(Notice::id).orElse(Long.MAX_VALUE))
        .param("limit", limit)
        .query(Notices::notice)
        .list();
  }

  /** One of the account's own notices. */
  Optional<Notice> find(long account, long id) {
    return jdbc.sql(
            """
            select id, key, array(select jsonb_array_elements_text(args)) as args, link, created_at, read_at
            from notice where id = :id and account_id = :account
            """)
        .param("id", id)
        .param("account", account)
        .query(Notices::notice)
        .optional();
  }

  /** Marks one of the account's own notices as read. */
  @Transactional
  Optional<Notice> open(long account, long id) {
    return jdbc.sql(
            """
            update notice set read_at = coalesce(read_at, :at) where id = :id and account_id = :account
            returning id, key, array(select jsonb_array_elements_text(args)) as args, link, created_at, read_at
            """)
        .param("at", now())
        .param("id", id)
        .param("account", account)
        .query(Notices::notice)
        .optional();
  }

  @Transactional
  void openAll(long account) {
    jdbc.sql("update notice set read_at = :at where account_id = :account and read_at is null")
        .param("at", now())
        .param("account", account)
        .update();
  }

  private static Notice notice(ResultSet row, int n) throws SQLException {
    return new Notice(
        row.getLong("id"),
        new Message(
            row.getString("key"),
            List.of((String[]) row.getArray("args").getArray()),
            row.getString("link")),
        instant(row, "created_at"),
        row.getTimestamp("read_at") != null);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
