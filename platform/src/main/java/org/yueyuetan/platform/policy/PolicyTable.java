package org.yueyuetan.platform.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.words.Words;

/** Documents and their history in the database. */
@Repository
class PolicyTable {

  /** Asks for a word that no text has. */
  private static final String NO_WORD = "' '";

  private static final String WHOLE =
      """
      select p.*, array(select t.talk_id from policy_talk t where t.policy_id = p.id order by t.talk_id) as talks
      from policy p
      """;

  private static final String LINE =
      """
      select p.*,
             case when p.region_code like :scopeRegion then
               (select count(*) from policy_comment c where c.policy_id = p.id and c.verdict is null) else 0 end as unanswered
      from policy p
      """;

  private static final String VISIBLE =
      "policy_visible(p, :scopeRegion, :scopeOrganization, :scopePublished)";

  private static final String STATE =
      """
      case :state
        when 'ISSUED' then p.issued_at is not null
        when 'COMMENTING' then p.status = 'COMMENTING'
        when 'WORKING' then p.issued_at is null and p.region_code like :scopeRegion
        else p.status = 'ISSUED' and p.region_code like :scopeRegion and p.expires_on <= :reviewUntil
      end
      """;

  private static final String MATCHING =
      """
      where %s and %s
        and (:year = 0 or extract(year from p.sealed_on) = :year)
        and (:genre = '' or p.genre = :genre)
        and case :validity
          when '' then true
          when 'REPEALED' then p.status = 'REPEALED'
          when 'WITHDRAWN' then p.status = 'WITHDRAWN'
          when 'EXPIRED' then p.status = 'ISSUED' and p.expires_on < :today
          when 'ON_TRIAL' then p.status = 'ISSUED' and p.expires_on >= :today
          else p.status = 'ISSUED' and p.expires_on is null
        end
        and (:query = '' or p.number like :pattern
             or p.id in (select w.id from policy w where w.words @@ cast(nullif(:query, '') as tsquery)))
      """
          .formatted(VISIBLE, STATE);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Settings settings;

  PolicyTable(JdbcClient jdbc, Clock clock, Settings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
  }

  // --- reading ---

  Optional<Policy> find(Scope scope, long id) {
    return jdbc.sql(WHOLE + " where p.id = :id and " + VISIBLE)
        .params(scope.parameters())
        .param("id", id)
        .query(Rows::policy)
        .optional();
  }

  /** Locked until the transaction ends. */
  Optional<Policy> hold(long id) {
    return jdbc.sql(WHOLE + " where p.id = :id for update of p")
        .param("id", id)
        .query(Rows::policy)
        .optional();
  }

  List<PolicyLine> list(Scope scope, Filter filter, Optional<Long> after, int limit) {
    return jdbc.sql(
            LINE
                + MATCHING
                + """
                  and (:after = 0 or (coalesce(p.issued_at, p.created_at), p.id) <
                       (select coalesce(l.issued_at, l.created_at), l.id from policy l where l.id = :after))
                order by coalesce(p.issued_at, p.created_at) desc, p.id desc
                limit :limit
                """)
        .params(parameters(scope, filter))
        .param("after", after.orElse(0L))
        .param("limit", limit)
        .query((row, n) -> line(row))
        .list();
  }

  /** Those that match and were not withdrawn, the latest first. */
  List<PolicyLine> matching(Scope scope, Filter filter, int limit) {
    return latest(scope, filter, "p.status <> 'WITHDRAWN'", limit);
  }

  /** Those that hold, the latest first. */
  List<PolicyLine> citable(Scope scope, Filter filter, int limit) {
    return latest(scope, filter, "p.status = 'ISSUED'", limit);
  }

  private List<PolicyLine> latest(Scope scope, Filter filter, String condition, int limit) {
    return jdbc.sql(
            LINE
                + MATCHING
                + " and "
                + condition
                + " order by p.issued_at desc, p.id desc limit :limit")
        .params(parameters(scope, filter))
        .param("limit", limit)
        .query((row, n) -> line(row))
        .list();
  }

  List<PolicyLine> lines(Scope scope, Collection<Long> ids) {
    return jdbc.sql(LINE + " where p.id = any(array[:ids]::bigint[]) and " + VISIBLE)
        .params(scope.parameters())
        .param("ids", ids)
        .query((row, n) -> line(row))
        .list();
  }

  Map<Filter.State, Integer> counts(Scope scope, Filter filter) {
    var counts = new EnumMap<Filter.State, Integer>(Filter.State.class);
    for (var state : Filter.State.values()) {
      counts.put(
          state,
          jdbc.sql("select count(*) from policy p " + MATCHING)
              .params(parameters(scope, filter.in(state)))
              .query(Integer.class)
              .single());
    }
    return counts;
  }

  /** Years in which something was issued that the person may see, newest first. */
  List<Integer> years(Scope scope) {
    return jdbc.sql(
            "select distinct cast(extract(year from p.sealed_on) as int) as year from policy p where p.issued_at is not null and %s order by year desc"
                .formatted(VISIBLE))
        .params(scope.parameters())
        .query(Integer.class)
        .list();
  }

  /** Documents that took up opinions of a talk, or record it. */
  List<PolicyLine> ofTalk(Scope scope, long talk) {
    return jdbc.sql(
            LINE
                + """
                where %s and p.status <> 'WITHDRAWN'
                  and exists (select from policy_talk t where t.policy_id = p.id and t.talk_id = :talk)
                order by p.id
                """
                    .formatted(VISIBLE))
        .params(scope.parameters())
        .param("talk", talk)
        .query((row, n) -> line(row))
        .list();
  }

  /** Whether a new version of the document is under way. */
  boolean revising(long id) {
    return jdbc.sql(
            """
            select exists (select from policy where predecessor_id = :id and issued_at is null and status <> 'WITHDRAWN')
            """)
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  List<PolicyMove> history(long id) {
    return jdbc.sql(
            "select event, status, reason, actor, at from policy_move where policy_id = :id order by id")
        .param("id", id)
        .query((row, n) ->
            new PolicyMove(
                PolicyEvent.valueOf(row.getString("event")),
                PolicyStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getString("actor"),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  private Map<String, Object> parameters(Scope scope, Filter filter) {
    var parameters = new HashMap<String, Object>(scope.parameters());
    parameters.put("state", filter.state().name());
    parameters.put("today", LocalDate.now(clock));
    parameters.put("reviewUntil", reviewUntil());
    parameters.put("year", filter.year().orElse(0));
    parameters.put("genre", filter.genre().map(Enum::name).orElse(""));
    parameters.put("validity", filter.validity().map(Enum::name).orElse(""));
    parameters.put(
        "query", filter.query().isEmpty() ? "" : Words.query(filter.query()).orElse(NO_WORD));
    parameters.put("pattern", "%" + filter.query().replaceAll("[%_\\\\]", "") + "%");
    return parameters;
  }

  private LocalDate reviewUntil() {
    return LocalDate.now(clock).plusDays(settings.number(Setting.REVIEW_DAYS));
  }

  // --- writing ---

  long add(
      PolicyDraft draft,
      String region,
      Optional<Long> predecessor,
      String by,
      long account,
      boolean sample) {
    var id =
        jdbc.sql(
                """
                insert into policy (genre, title, region_code, addressee, copies, cover, attendance, disclosure, expires_on,
                                    status, predecessor_id, drafter, words, sample, created_by, created_at)
                values (:genre, :title, :region, :addressee, :copies, :cover, :attendance, :disclosure, :expires,
                        'DRAFT', :predecessor, :by, cast(:words as tsvector), :sample, :account, :now)
                returning id
                """)
            .params(values(draft))
            .param("genre", draft.genre().name())
            .param("region", region)
            .param("predecessor", predecessor.orElse(null))
            .param("by", by)
            .param("sample", sample)
            .param("account", account == 0 ? null : account)
            .param("now", Rows.utc(clock.instant()))
            .query(Long.class)
            .single();
    talks(id, draft.talks());
    return id;
  }

  boolean change(long id, PolicyDraft draft, int version) {
    var written =
        jdbc.sql(
                """
                update policy set title = :title, addressee = :addressee, copies = :copies, cover = :cover,
                  attendance = :attendance, disclosure = :disclosure, expires_on = :expires,
                  words = cast(:words as tsvector), version = version + 1, stand = stand + 1
                where id = :id and version = :version
                """)
            .params(values(draft))
            .param("id", id)
            .param("version", version)
            .update();
    if (written == 1) {
      talks(id, draft.talks());
    }
    return written == 1;
  }

  private void talks(long id, List<Long> talks) {
    jdbc.sql(
            """
            delete from policy_talk where policy_id = :id
              and not exists (select from unnest(array[:talks]::bigint[]) as kept (id) where kept.id = talk_id)
            """)
        .param("id", id)
        .param("talks", talks)
        .update();
    jdbc.sql(
            """
            insert into policy_talk (policy_id, talk_id) select :id, unnest(array[:talks]::bigint[]) on conflict do nothing
            """)
        .param("id", id)
        .param("talks", talks)
        .update();
    jdbc.sql(
            """
            delete from policy_source s where s.policy_id = :id
              and not exists (select from opinion o join policy_talk t on t.talk_id = o.talk_id
                              where o.id = s.opinion_id and t.policy_id = :id)
            """)
        .param("id", id)
        .update();
  }

  void asked(long id, Policy.CommentRound round) {
    jdbc.sql(
            """
            update policy set comments_until = :until, comments_open = :open, asked_kind = :kind, asked_field = :field,
              asked_region = :region where id = :id
            """)
        .param("id", id)
        .param("until", round.until())
        .param("open", round.open())
        .param("kind", round.kind())
        .param("field", round.field())
        .param("region", round.region())
        .update();
  }

  void textChanged(long id) {
    jdbc.sql("update policy set stand = stand + 1 where id = :id").param("id", id).update();
  }

  void submitted(long id, long account) {
    jdbc.sql("update policy set submitted_by = :account where id = :id")
        .param("id", id)
        .param("account", account)
        .update();
  }

  /**
   * @param account empty when it was signed on paper
   */
  void signed(long id, String signer, Optional<Long> account, @Nullable LocalDate on) {
    jdbc.sql(
            """
            update policy set signer = :signer, signed_by = :account, signed_on = :on where id = :id
            """)
        .param("id", id)
        .param("signer", signer)
        .param("account", account.orElse(null))
        .param("on", on)
        .update();
  }

  void issued(long id, String number, LocalDate sealedOn, String publisher, String words) {
    jdbc.sql(
            """
            update policy set number = :number, sealed_on = :sealed, publisher = :publisher, issued_at = :now,
              words = cast(:words as tsvector) where id = :id
            """)
        .param("id", id)
        .param("number", number)
        .param("sealed", sealedOn)
        .param("publisher", publisher)
        .param("words", words)
        .param("now", Rows.utc(clock.instant()))
        .update();
  }

  void ended(long id, String reason, Optional<Long> successor) {
    jdbc.sql(
            "update policy set ended_at = :now, end_reason = :reason, successor_id = :successor where id = :id")
        .param("id", id)
        .param("reason", reason)
        .param("successor", successor.orElse(null))
        .param("now", Rows.utc(clock.instant()))
        .update();
  }

  void move(long id, PolicyEvent event, PolicyStatus next, String reason, String actor) {
    jdbc.sql(
            "update policy set status = :next, version = version + 1, stand = stand + 1 where id = :id")
        .param("id", id)
        .param("next", next.name())
        .update();
    jdbc.sql(
            """
            insert into policy_move (policy_id, event, status, reason, actor, at)
            values (:id, :event, :next, :reason, :actor, :now)
            """)
        .param("id", id)
        .param("event", event.name())
        .param("next", next.name())
        .param("reason", reason)
        .param("actor", actor)
        .param("now", Rows.utc(clock.instant()))
        .update();
  }

  /** Documents whose trial ends within the time set, each once. */
  List<Policy> claimReviews() {
    return jdbc.sql(
            """
            with due as (
              update policy set review_told_on = :today
              where status = 'ISSUED' and review_told_on is null and expires_on <= :until
              returning *)
            select p.*, array(select t.talk_id from policy_talk t where t.policy_id = p.id) as talks from due p order by p.id
            """)
        .param("today", LocalDate.now(clock))
        .param("until", reviewUntil())
        .query(Rows::policy)
        .list();
  }

  /** Drafts whose last day for comments has passed. */
  List<Long> overdueRounds() {
    return jdbc.sql(
            "select id from policy where status = 'COMMENTING' and comments_until < :today order by id")
        .param("today", LocalDate.now(clock))
        .query(Long.class)
        .list();
  }

  private static Map<String, @Nullable Object> values(PolicyDraft draft) {
    var values = new HashMap<String, @Nullable Object>();
    values.put("title", draft.title());
    values.put("addressee", draft.addressee());
    values.put("copies", draft.copies());
    values.put("cover", draft.cover());
    values.put("attendance", draft.attendance());
    values.put("disclosure", draft.disclosure().name());
    values.put("expires", draft.expiresOn().orElse(null));
    values.put("words", Words.index(draft.title()));
    return values;
  }

  private PolicyLine line(ResultSet row) throws SQLException {
    var expires = Rows.day(row, "expires_on");
    var status = PolicyStatus.valueOf(row.getString("status"));
    var today = LocalDate.now(clock);
    return new PolicyLine(
        row.getLong("id"),
        Genre.valueOf(row.getString("genre")),
        row.getString("title"),
        row.getString("number"),
        row.getString("publisher"),
        status,
        Validity.of(status, expires, today),
        Rows.day(row, "sealed_on"),
        expires,
        Rows.day(row, "comments_until"),
        Rows.instant(row, "issued_at"),
        row.getInt("unanswered"),
        status == PolicyStatus.ISSUED
            && expires.filter(last -> !last.isAfter(reviewUntil())).isPresent(),
        row.getBoolean("sample"));
  }
}
