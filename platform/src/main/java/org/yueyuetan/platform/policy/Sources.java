package org.yueyuetan.platform.policy;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.opinion.InUse;
import org.yueyuetan.platform.opinion.OpinionDeclined;
import org.yueyuetan.platform.opinion.OpinionMerged;
import org.yueyuetan.platform.opinion.OpinionRemoved;
import org.yueyuetan.platform.opinion.OpinionReworded;
import org.yueyuetan.platform.talk.Party;

/**
 * What a document made of the opinions of its talks: the clause that took one up, or why none did.
 */
@Service
@Transactional
public class Sources {

  private static final String SOURCE =
      """
      select s.id, s.opinion_id, o.talk_id, coalesce(k.talk_title, t.title) as talk_title,
             coalesce(k.party, o.party) as party, case when k.policy_id is null then opinion_unit(o) else k.unit end as unit,
             coalesce(k.text, o.text) as text, s.clause_id, coalesce(c.label, '') as label,
             s.manner, s.note
      from policy_source s
        join opinion o on o.id = s.opinion_id
        join talk t on t.id = o.talk_id
        left join policy_clause c on c.id = s.clause_id
        left join policy_compared k on k.policy_id = s.policy_id and k.opinion_id = s.opinion_id
      """;

  private static final String LISTED =
      """
      select p.policy_id, row_number() over (order by t.starts_at, t.id, o.id) as position,
             o.id as opinion_id, o.talk_id, t.title as talk_title, o.party, opinion_unit(o) as unit, o.text
      from opinion o
        join talk t on t.id = o.talk_id
        join policy_talk p on p.talk_id = o.talk_id
      where p.policy_id = :policy
        and (o.status = 'ACCEPTED'
             or exists (select from policy_source s where s.policy_id = :policy and s.opinion_id = o.id))
      """;

  private static final String ISSUED_WITH =
      "select * from policy_compared where policy_id = :policy order by position";

  private final JdbcClient jdbc;
  private final Desk desk;
  private final Audit audit;

  Sources(JdbcClient jdbc, Desk desk, Audit audit) {
    this.jdbc = jdbc;
    this.desk = desk;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  public List<Source> of(long policy) {
    return jdbc.sql(SOURCE + "where s.policy_id = :policy order by o.talk_id, o.id, c.position")
        .param("policy", policy)
        .query((row, n) -> source(row))
        .list();
  }

  /**
   * Every opinion of the document's talks with what became of it (采纳情况对照表), in the order in which
   * they were voiced; of an issued document as it was issued.
   */
  @Transactional(readOnly = true)
  public List<Compared> compare(long policy) {
    var sources = of(policy).stream().collect(groupingBy(Source::opinion));
    return jdbc.sql(isIssued(policy) ? ISSUED_WITH : LISTED + " order by position")
        .param("policy", policy)
        .query((row, n) ->
            new Compared(
                row.getLong("opinion_id"),
                row.getLong("talk_id"),
                row.getString("talk_title"),
                Party.valueOf(row.getString("party")),
                Optional.ofNullable(row.getString("unit")),
                row.getString("text"),
                sources.getOrDefault(row.getLong("opinion_id"), List.of())))
        .list();
  }

  /** From now on the table stays as it is, whatever becomes of the opinions. */
  void freeze(long policy) {
    jdbc.sql("insert into policy_compared " + LISTED).param("policy", policy).update();
  }

  private boolean isIssued(long policy) {
    return jdbc.sql("select issued_at is not null from policy where id = :policy")
        .param("policy", policy)
        .query(Boolean.class)
        .single();
  }

  /**
   * Whether opinions of one of the document's talks are not published yet: its follow-up has to
   * begin.
   */
  @Transactional(readOnly = true)
  public boolean early(long policy) {
    return jdbc.sql(
            """
            select exists (select from policy_talk p join talk t on t.id = p.talk_id
                           where p.policy_id = :policy and t.status not in ('FOLLOWING_UP', 'CLOSED'))
            """)
        .param("policy", policy)
        .query(Boolean.class)
        .single();
  }

  /** Where these opinions were taken up, as far as the person may see the documents. */
  @Transactional(readOnly = true)
  public List<Citation> citing(Scope scope, Collection<Long> opinions) {
    return jdbc.sql(
            """
            select s.opinion_id, p.id, p.title, p.number, c.label, p.issued_at is not null as issued
            from policy_source s
              join policy p on p.id = s.policy_id
              join policy_clause c on c.id = s.clause_id
            where s.opinion_id = any(array[:opinions]::bigint[])
              and p.status <> 'WITHDRAWN'
              and policy_visible(p, :scopeRegion, :scopeOrganization, :scopePublished)
            order by s.opinion_id, p.id, c.position
            """)
        .params(scope.parameters())
        .param("opinions", List.copyOf(opinions))
        .query((row, n) ->
            new Citation(
                row.getLong("opinion_id"),
                row.getLong("id"),
                row.getString("title"),
                row.getString("number"),
                row.getString("label"),
                row.getBoolean("issued")))
        .list();
  }

  /** A clause comes from an opinion. Saying so again changes how. */
  public void link(
      long policy,
      long clause,
      Collection<Long> opinions,
      Manner manner,
      String note,
      SignedIn me) {
    desk.openText(policy, me);
    require(policy, clause);
    for (var opinion : opinions) {
      take(policy, opinion);
      jdbc.sql(
              "delete from policy_source where policy_id = :policy and opinion_id = :opinion and clause_id is null")
          .param("policy", policy)
          .param("opinion", opinion)
          .update();
      write(policy, opinion, Optional.of(clause), manner, note);
    }
    audit.changed(
        "linkOpinions",
        "policy",
        policy,
        null,
        Map.of("clause", clause, "opinions", opinions, "manner", manner, "note", note));
  }

  public void unlink(long policy, long clause, long opinion, SignedIn me) {
    desk.openText(policy, me);
    var gone =
        jdbc.sql(
                """
                delete from policy_source
                where policy_id = :policy and clause_id = :clause and opinion_id = :opinion
                """)
            .param("policy", policy)
            .param("clause", clause)
            .param("opinion", opinion)
            .update();
    if (gone > 0) {
      audit.changed(
          "unlinkOpinion", "policy", policy, Map.of("clause", clause, "opinion", opinion), null);
    }
  }

  /**
   * No clause takes the opinion up, and why.
   *
   * @param before the reason that the person saw; empty when there was none
   * @throws EditedElsewhere when a colleague gave another one, or a clause took it up meanwhile
   */
  public void leave(long policy, long opinion, String before, String reason, SignedIn me) {
    desk.openText(policy, me);
    take(policy, opinion);
    if (of(policy).stream()
        .filter(source -> source.opinion() == opinion)
        .anyMatch(source -> source.clause().isPresent() || !source.note().equals(before))) {
      throw new EditedElsewhere("source", opinion);
    }
    jdbc.sql("delete from policy_source where policy_id = :policy and opinion_id = :opinion")
        .param("policy", policy)
        .param("opinion", opinion)
        .update();
    write(policy, opinion, Optional.empty(), Manner.LEFT, reason);
    audit.changed(
        "leaveOpinion", "policy", policy, null, Map.of("opinion", opinion, "reason", reason));
  }

  /**
   * A new version, with the same clauses, comes from the same opinions; what was merged since from
   * those that stand for it, and from none that count no longer.
   */
  void copy(long from, long to) {
    jdbc.sql(
            """
            with source as (
              select s.id, n.id as opinion_id, s.clause_id, s.manner, s.note
              from policy_source s
                join opinion o on o.id = s.opinion_id
                join opinion n on n.id = coalesce(o.merged_into, o.id) and n.status = 'ACCEPTED'
              where s.policy_id = :from)
            insert into policy_source (policy_id, opinion_id, clause_id, manner, note)
            select distinct on (s.opinion_id, c.id) :to, s.opinion_id, c.id, s.manner, s.note
            from source s
              left join policy_clause b on b.id = s.clause_id
              left join policy_clause c on c.policy_id = :to and c.position = b.position
            where s.clause_id is not null
              or not exists (select from source t where t.opinion_id = s.opinion_id and t.clause_id is not null)
            order by s.opinion_id, c.id, s.id
            """)
        .param("from", from)
        .param("to", to)
        .update();
  }

  /** The opinion that stands for another takes its place in documents that are not issued yet. */
  @EventListener
  void on(OpinionMerged merged) {
    jdbc.sql(
            """
            update policy_source s set opinion_id = :into
            where s.opinion_id = :opinion
              and exists (select from policy p where p.id = s.policy_id and p.issued_at is null)
              and not exists (select from policy_source t
                              where t.policy_id = s.policy_id and t.opinion_id = :into
                                and (s.clause_id is null or t.clause_id = s.clause_id))
            """)
        .param("opinion", merged.opinion())
        .param("into", merged.into())
        .update();
    jdbc.sql(
            """
            delete from policy_source s
            where s.opinion_id = :into and s.clause_id is null
              and exists (select from policy p where p.id = s.policy_id and p.issued_at is null)
              and exists (select from policy_source t
                          where t.policy_id = s.policy_id and t.opinion_id = :into and t.clause_id is not null)
            """)
        .param("into", merged.into())
        .update();
    forget(merged.opinion());
  }

  /** An opinion that counts no longer leaves the documents that are not issued yet. */
  @EventListener
  void on(OpinionDeclined declined) {
    forget(declined.opinion());
  }

  private void forget(long opinion) {
    jdbc.sql(
            """
            delete from policy_source s
            where s.opinion_id = :opinion
              and exists (select from policy p where p.id = s.policy_id and p.issued_at is null)
            """)
        .param("opinion", opinion)
        .update();
  }

  /** What an issued document tells of an opinion is not taken from under it; drafts forget it. */
  @EventListener
  void on(OpinionRemoved removed) {
    refuseIfIssued(removed.opinion());
    forget(removed.opinion());
  }

  /** Drafts follow the words; what was issued answers those it was issued with. */
  @EventListener
  void on(OpinionReworded reworded) {
    refuseIfIssued(reworded.opinion());
  }

  private void refuseIfIssued(long opinion) {
    if (jdbc.sql(
            """
            select exists (select from policy_compared where opinion_id = :opinion)
                or exists (select from policy_source s join policy p on p.id = s.policy_id
                           where s.opinion_id = :opinion and p.issued_at is not null)
            """)
        .param("opinion", opinion)
        .query(Boolean.class)
        .single()) {
      throw new InUse(opinion);
    }
  }

  /** Opinions by the clause that took them up. */
  static Map<Long, List<Source>> byClause(List<Source> sources) {
    var found = new LinkedHashMap<Long, List<Source>>();
    sources.forEach(source ->
        source
            .clause()
            .ifPresent(
                clause -> found.computeIfAbsent(clause, c -> new ArrayList<>()).add(source)));
    return found;
  }

  private void write(long policy, long opinion, Optional<Long> clause, Manner manner, String note) {
    jdbc.sql(
            """
            insert into policy_source (policy_id, opinion_id, clause_id, manner, note)
            values (:policy, :opinion, :clause, :manner, :note)
            on conflict (policy_id, opinion_id, clause_id) do update set manner = excluded.manner, note = excluded.note
            """)
        .param("policy", policy)
        .param("opinion", opinion)
        .param("clause", clause.orElse(null))
        .param("manner", manner.name())
        .param("note", note)
        .update();
  }

  /** An opinion that was accepted at one of the document's talks; any other counts as not found. */
  private void take(long policy, long opinion) {
    var accepted =
        jdbc.sql(
                """
                select exists (select from opinion o join policy_talk t on t.talk_id = o.talk_id
                               where o.id = :opinion and t.policy_id = :policy and o.status = 'ACCEPTED')
                """)
            .param("policy", policy)
            .param("opinion", opinion)
            .query(Boolean.class)
            .single();
    if (!accepted) {
      throw new NotFound("opinion", opinion);
    }
  }

  private void require(long policy, long clause) {
    var there =
        jdbc.sql(
                "select exists (select from policy_clause where id = :clause and policy_id = :policy)")
            .param("policy", policy)
            .param("clause", clause)
            .query(Boolean.class)
            .single();
    if (!there) {
      throw new NotFound("clause", clause);
    }
  }

  private static Source source(ResultSet row) throws SQLException {
    return new Source(
        row.getLong("id"),
        row.getLong("opinion_id"),
        row.getLong("talk_id"),
        row.getString("talk_title"),
        Party.valueOf(row.getString("party")),
        Optional.ofNullable(row.getString("unit")),
        row.getString("text"),
        Optional.ofNullable(row.getObject("clause_id", Long.class)),
        row.getString("label"),
        Manner.valueOf(row.getString("manner")),
        row.getString("note"));
  }
}
