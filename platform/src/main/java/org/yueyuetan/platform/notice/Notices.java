package org.yueyuetan.platform.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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

  /** What nobody opened for so long is old news and does not ring any more. */
  static final Duration FRESH = Duration.ofDays(30);

  /** So many earlier notices of the same thing are shown under the latest. */
  private static final int MOST_EARLIER = 10;

  /** Notices that lead to one thing are about one subject; those that lead to a list, by kind. */
  private static final String TOLD =
      """
      with told as (
        select n.*, case when n.link ~ '[0-9]' then n.link else n.link || ' ' || n.key end as subject,
               n.read_at is null and n.created_at > :fresh as unread
        from notice n where n.account_id = :account)
      """;

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

  /** How many things the account has news of that it has not opened: the number at the bell. */
  public int unread(long account) {
    return jdbc.sql(TOLD + "select count(distinct subject) from told where unread")
        .param("account", account)
        .param("fresh", fresh())
        .query(Integer.class)
        .single();
  }

  /**
   * The latest of each thing that the account was told of, unread ones first, each part newest
   * first; {@code after} is the last notice of the page before.
   */
  List<Notice> list(long account, Optional<Notice> after, int limit) {
    var found = new LinkedHashMap<Long, List<Notice>>();
    jdbc.sql(
            TOLD
                + """
                , subjects as (
                  select subject, max(id) as latest, bool_or(unread) as unread from told group by subject)
                , page as (
                  select * from subjects where (unread, latest) < (:unread, :after)
                  order by unread desc, latest desc limit :limit)
                select t.id, t.key, array(select jsonb_array_elements_text(t.args)) as args, t.link, t.created_at,
                       p.unread, p.latest
                from (select *, row_number() over (partition by subject order by id desc) as nth from told) t
                join page p on p.subject = t.subject
                where t.nth <= :most
                order by p.unread desc, p.latest desc, t.id desc
                """)
        .param("account", account)
        .param("fresh", fresh())
        .param("unread", after.map(last -> !last.read()).orElse(true))
        .param("after", after.map(Notice::id).orElse(Long.MAX_VALUE))
        .param("limit", limit)
        .param("most", MOST_EARLIER + 1)
        .query((row, n) ->
            found
                .computeIfAbsent(row.getLong("latest"), l -> new ArrayList<>())
                .add(notice(row, n)))
        .list();
    return found.values().stream()
        .map(same -> same.getFirst().after(same.subList(1, same.size())))
        .toList();
  }

  /** One of the account's own notices; read as far as all of the same thing are. */
  Optional<Notice> find(long account, long id) {
    return jdbc.sql(
            TOLD
                + """
                select t.id, t.key, array(select jsonb_array_elements_text(t.args)) as args, t.link, t.created_at,
                       exists (select from told o where o.subject = t.subject and o.unread) as unread
                from told t where t.id = :id
                """)
        .param("fresh", fresh())
        .param("id", id)
        .param("account", account)
        .query(Notices::notice)
        .optional();
  }

  /** Marks one of the account's own notices as read, and what it was told before of the same. */
  @Transactional
  Optional<Notice> open(long account, long id) {
    jdbc.sql(
            TOLD
                + """
                update notice n set read_at = :at
                from told opened, told t
                where opened.id = :id and t.subject = opened.subject and n.id = t.id and n.read_at is null
                """)
        .param("fresh", fresh())
        .param("at", now())
        .param("id", id)
        .param("account", account)
        .update();
    return find(account, id);
  }

  /** Whoever looks at a page has read the notices that lead there. */
  @Transactional
  void seen(long account, String address) {
    jdbc.sql(
            "update notice set read_at = :at where account_id = :account and read_at is null and link = :address")
        .param("at", now())
        .param("account", account)
        .param("address", address)
        .update();
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
        !row.getBoolean("unread"),
        List.of());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private OffsetDateTime fresh() {
    return now().minus(FRESH);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
