package org.yueyuetan.platform.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Account;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.notice.Message;
import org.yueyuetan.platform.notice.Notices;

/** What organizations say of a draft, clause by clause, and what staff answer to each. */
@Service
@Transactional
public class Comments {

  public static final int TEXT = 1000;

  private final JdbcClient jdbc;
  private final Desk desk;
  private final PolicyTable table;
  private final Accounts accounts;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  Comments(
      JdbcClient jdbc,
      Desk desk,
      PolicyTable table,
      Accounts accounts,
      Notices notices,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.desk = desk;
    this.table = table;
    this.accounts = accounts;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The comments that the person may read: all of them for staff; one's own for an organization,
   * and those of others where it is asked and the round is open; none for anybody else.
   */
  @Transactional(readOnly = true)
  public List<Comment> of(Policy policy, SignedIn me) {
    var all =
        desk.mayReadAll(me, policy)
            || (policy.comments().filter(Policy.CommentRound::open).isPresent()
                && me.organization().filter(own -> asked(policy.id(), own)).isPresent());
    return jdbc.sql(
            """
            select c.*, o.name as organization_name
            from policy_comment c join organization o on o.id = c.organization_id
            where c.policy_id = :policy and (:all or c.organization_id = :own)
            order by c.id
            """)
        .param("policy", policy.id())
        .param("all", all)
        .param("own", me.organization().orElse(-1L))
        .query((row, n) -> comment(row))
        .list();
  }

  /** Whether the person may comment now: a representative who is asked, up to the last day. */
  @Transactional(readOnly = true)
  public boolean open(Policy policy, SignedIn me) {
    return policy.takesComments(LocalDate.now(clock))
        && me.organization().filter(own -> asked(policy.id(), own)).isPresent();
  }

  /**
   * Says something of a draft.
   *
   * @param clause commented on; empty for the whole document
   */
  public long add(long id, Optional<Long> clause, String text, SignedIn me) {
    var policy =
        table
            .find(me.scope(), id)
            .flatMap(seen -> table.hold(id))
            .orElseThrow(() -> new NotFound("policy", id));
    if (!open(policy, me)) {
      throw new AccessDeniedException("not asked, or too late");
    }
    var written =
        jdbc.sql(
                """
                insert into policy_comment (policy_id, clause_id, clause_label, clause_text, organization_id, text, created_by,
                                            created_at)
                select p.id, c.id, coalesce(c.label, ''), coalesce(c.text, ''), :organization, :text, :by, :now
                from policy p left join policy_clause c on c.policy_id = p.id and c.id = :clause
                where p.id = :policy and (:clause = 0 or c.id is not null)
                returning id
                """)
            .param("policy", id)
            .param("clause", clause.orElse(0L))
            .param("organization", me.organization().orElseThrow())
            .param("text", text)
            .param("by", me.id())
            .param("now", Rows.utc(clock.instant()))
            .query(Long.class)
            .optional()
            .orElseThrow(() -> new NotFound("clause", clause));
    audit.changed("comment", "policy", id, null, Map.of("comment", written, "text", text));
    return written;
  }

  /** An organization takes back what it said, as long as comments are taken and nobody answered. */
  public void remove(long id, long comment, SignedIn me) {
    var policy = table.find(me.scope(), id).orElseThrow(() -> new NotFound("policy", id));
    if (!open(policy, me)) {
      throw new AccessDeniedException("too late");
    }
    var gone =
        jdbc.sql(
                """
                delete from policy_comment
                where id = :id and policy_id = :policy and organization_id = :own and verdict is null
                """)
            .param("id", comment)
            .param("policy", id)
            .param("own", me.organization().orElse(-1L))
            .update();
    if (gone == 0) {
      throw new NotFound("comment", comment);
    }
    audit.changed("removeComment", "policy", id, Map.of("comment", comment), null);
  }

  /**
   * Answers a comment, or answers it anew.
   *
   * @param version of the comment that the person was looking at
   */
  public void answer(
      long id, long comment, Verdict verdict, String answer, int version, SignedIn me) {
    var policy = desk.hold(id, me);
    if (policy.status() != PolicyStatus.COMMENTING && policy.status() != PolicyStatus.REVISING) {
      throw new AccessDeniedException("no longer open");
    }
    var organization =
        jdbc.sql(
                "select organization_id from policy_comment where id = :id and policy_id = :policy")
            .param("id", comment)
            .param("policy", id)
            .query(Long.class)
            .optional()
            .orElseThrow(() -> new NotFound("comment", comment));
    var written =
        jdbc.sql(
                """
                update policy_comment
                set verdict = :verdict, answer = :answer, answered_by = :by, answered_at = :now, version = version + 1
                where id = :id and version = :version
                """)
            .param("id", comment)
            .param("version", version)
            .param("verdict", verdict.name())
            .param("answer", answer)
            .param("by", me.name())
            .param("now", Rows.utc(clock.instant()))
            .update();
    if (written == 0) {
      throw new EditedElsewhere("comment", comment);
    }
    notices.toAccounts(
        accounts.representativesOf(organization).stream().map(Account::id).toList(),
        new Message(
            "policy.notice.answered." + verdict.name(),
            List.of(policy.title(), answer),
            "/policies/" + id + "#comment-" + comment));
    audit.changed(
        "answerComment",
        "policy",
        id,
        null,
        Map.of("comment", comment, "verdict", verdict, "answer", answer));
  }

  @Transactional(readOnly = true)
  public int unanswered(long policy) {
    return jdbc.sql(
            "select count(*) from policy_comment where policy_id = :policy and verdict is null")
        .param("policy", policy)
        .query(Integer.class)
        .single();
  }

  /** Organizations that are asked and have somebody to speak for them. */
  List<Long> reached(long policy) {
    return jdbc.sql(
            """
            select distinct a.organization_id from account a, policy p
            where p.id = :policy and a.organization_id is not null and policy_asks(p, a.organization_id)
            """)
        .param("policy", policy)
        .query(Long.class)
        .list();
  }

  /** Organizations that said something. */
  List<Long> commented(long policy) {
    return jdbc.sql("select distinct organization_id from policy_comment where policy_id = :policy")
        .param("policy", policy)
        .query(Long.class)
        .list();
  }

  private boolean asked(long policy, long organization) {
    return jdbc.sql("select policy_asks(p, :organization) from policy p where p.id = :policy")
        .param("policy", policy)
        .param("organization", organization)
        .query(Boolean.class)
        .single();
  }

  private static Comment comment(ResultSet row) throws SQLException {
    return new Comment(
        row.getLong("id"),
        row.getLong("policy_id"),
        Optional.ofNullable(row.getObject("clause_id", Long.class)),
        row.getString("clause_label"),
        row.getString("clause_text"),
        row.getLong("organization_id"),
        row.getString("organization_name"),
        row.getString("text"),
        Optional.ofNullable(row.getString("verdict")).map(Verdict::valueOf),
        row.getString("answer"),
        row.getString("answered_by"),
        row.getTimestamp("created_at").toInstant(),
        row.getInt("version"));
  }
}
