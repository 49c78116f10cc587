package org.yueyuetan.platform.policy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;

/**
 * The text of a document, clause by clause. Two people may work on two clauses at once; whoever
 * changes a clause that changed meanwhile is told so.
 */
@Service
@Transactional
public class Clauses {

  /** More than any document has. */
  static final int MOST = 500;

  private final JdbcClient jdbc;
  private final Desk desk;
  private final Audit audit;
  private final Clock clock;

  Clauses(JdbcClient jdbc, Desk desk, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.desk = desk;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<Clause> of(long policy) {
    return jdbc.sql(
            """
            select id, position, kind, text, mark, label, version from policy_clause
            where policy_id = :policy order by position
            """)
        .param("policy", policy)
        .query(Clause.class)
        .list();
  }

  @Transactional(readOnly = true)
  public Clause find(long policy, long id) {
    return of(policy).stream()
        .filter(clause -> clause.id() == id)
        .findFirst()
        .orElseThrow(() -> new NotFound("clause", id));
  }

  /** The wordings that a clause had, oldest first, each with what changed. */
  @Transactional(readOnly = true)
  public List<Wording> wordings(long policy, long id) {
    var found = new ArrayList<Wording>();
    jdbc.sql(
            """
            select label, text, actor, at from policy_wording
            where policy_id = :policy and clause_id = :id order by id
            """)
        .param("policy", policy)
        .param("id", id)
        .query(row -> {
          var text = row.getString("text");
          var before = found.isEmpty() ? text : found.getLast().text();
          found.add(
              new Wording(
                  row.getString("label"),
                  text,
                  row.getString("actor"),
                  row.getTimestamp("at").toInstant(),
                  Difference.between(before, text)));
        });
    return found;
  }

  /**
   * Adds a clause.
   *
   * @param after the clause that it follows; empty to put it at the end
   */
  public long add(long policy, Optional<Long> after, ClauseDraft draft, SignedIn me) {
    desk.openText(policy, me);
    return add(policy, after, List.of(draft), me).getFirst();
  }

  /** Adds the clauses of a text that was written elsewhere at the end. */
  public int paste(long policy, List<ClauseDraft> drafts, SignedIn me) {
    desk.openText(policy, me);
    return add(policy, Optional.empty(), drafts, me).size();
  }

  /**
   * Changes a clause.
   *
   * @param version of the clause that the person was looking at
   */
  public void change(long policy, long id, ClauseDraft draft, int version, SignedIn me) {
    desk.openText(policy, me);
    var before = find(policy, id);
    var written =
        jdbc.sql(
                """
                update policy_clause set kind = :kind, text = :text, version = version + 1
                where id = :id and version = :version
                """)
            .param("id", id)
            .param("version", version)
            .param("kind", draft.kind().name())
            .param("text", draft.text())
            .update();
    if (written == 0) {
      throw new EditedElsewhere("clause", id);
    }
    renumber(policy);
    if (!before.text().equals(draft.text())) {
      word(policy, id, me);
    }
    audit.changed("changeClause", "policy", policy, told(before), draft);
  }

  /**
   * Moves a clause by one place; at the end of the text nothing happens.
   *
   * @param from the place at which the person saw it
   */
  public void move(long policy, long id, int from, boolean up, SignedIn me) {
    desk.openText(policy, me);
    var clauses = of(policy);
    var clause = find(policy, id);
    if (clause.position() != from) {
      throw new EditedElsewhere("clause", id);
    }
    var other = clause.position() + (up ? -1 : 1);
    if (other < 1 || other > clauses.size()) {
      return;
    }
    jdbc.sql(
            """
            update policy_clause set position = case id when :id then :other else :here end
            where policy_id = :policy and position in (:here, :other)
            """)
        .param("policy", policy)
        .param("id", id)
        .param("here", clause.position())
        .param("other", other)
        .update();
    renumber(policy);
    audit.changed(
        "moveClause",
        "policy",
        policy,
        Map.of("clause", id, "position", clause.position()),
        Map.of("clause", id, "position", other));
  }

  /** Takes a clause out; the opinions it came from are free again. */
  public void remove(long policy, long id, int version, SignedIn me) {
    desk.openText(policy, me);
    var clause = find(policy, id);
    var gone =
        jdbc.sql("delete from policy_clause where id = :id and version = :version")
            .param("id", id)
            .param("version", version)
            .update();
    if (gone == 0) {
      throw new EditedElsewhere("clause", id);
    }
    jdbc.sql(
            "update policy_clause set position = position - 1 where policy_id = :policy and position > :position")
        .param("policy", policy)
        .param("position", clause.position())
        .update();
    renumber(policy);
    audit.changed("removeClause", "policy", policy, told(clause), null);
  }

  private List<Long> add(long policy, Optional<Long> after, List<ClauseDraft> drafts, SignedIn me) {
    var clauses = of(policy);
    if (clauses.size() + drafts.size() > MOST) {
      throw new IllegalArgumentException("more than " + MOST + " clauses");
    }
    var place = after.map(id -> find(policy, id).position()).orElse(clauses.size());
    jdbc.sql(
            """
            update policy_clause set position = position + :many where policy_id = :policy and position > :place
            """)
        .param("policy", policy)
        .param("place", place)
        .param("many", drafts.size())
        .update();
    var ids =
        jdbc.sql(
                """
                insert into policy_clause (policy_id, position, kind, text)
                select :policy, :place + n, kind, text
                from unnest(array[:kinds]::text[], array[:texts]::text[]) with ordinality as c (kind, text, n)
                returning id
                """)
            .param("policy", policy)
            .param("place", place)
            .param("kinds", drafts.stream().map(draft -> draft.kind().name()).toList())
            .param("texts", drafts.stream().map(ClauseDraft::text).toList())
            .query(Long.class)
            .list();
    renumber(policy);
    words(policy, ids, me);
    audit.changed("addClauses", "policy", policy, null, Map.of("clauses", drafts));
    return ids;
  }

  /** A new version of a document begins with the text of the one before. */
  void copy(long from, long to, SignedIn me) {
    jdbc.sql(
            """
            insert into policy_clause (policy_id, position, kind, text, mark, label)
            select :to, position, kind, text, mark, label from policy_clause where policy_id = :from order by position
            """)
        .param("from", from)
        .param("to", to)
        .update();
    words(to, of(to).stream().map(Clause::id).toList(), me);
  }

  private void renumber(long policy) {
    var before = of(policy);
    var now = Numbering.number(before);
    for (var i = 0; i < now.size(); i++) {
      if (!now.get(i).equals(before.get(i))) {
        jdbc.sql("update policy_clause set mark = :mark, label = :label where id = :id")
            .param("id", now.get(i).id())
            .param("mark", now.get(i).mark())
            .param("label", now.get(i).label())
            .update();
      }
    }
  }

  private void word(long policy, long clause, SignedIn me) {
    words(policy, List.of(clause), me);
  }

  private void words(long policy, List<Long> clauses, SignedIn me) {
    jdbc.sql(
            """
            insert into policy_wording (policy_id, clause_id, label, text, actor, at)
            select :policy, c.id, c.label, c.text, :actor, :now
            from policy_clause c where c.id = any(array[:clauses]::bigint[]) order by c.position
            """)
        .param("policy", policy)
        .param("clauses", clauses)
        .param("actor", me.name())
        .param("now", Rows.utc(clock.instant()))
        .update();
  }

  private static Map<String, Object> told(Clause clause) {
    return Map.of("clause", clause.id(), "kind", clause.kind(), "text", clause.text());
  }
}
