package org.yueyuetan.platform.disposition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.talk.Party;

/** The register of opinions and of what became of them (意见办理台账). */
@Component
public class Register {

  /** A talk to filter by. */
  public record Occasion(long id, String title) {}

  /** How far the opinions of a talk have come. */
  public record Progress(int opinions, int unassigned, int open, int overdue, int answered) {}

  private static final Reader PUBLIC = new Reader(SignedIn.visitor(), Optional.empty());

  private static final String FILTER =
      """
        and o.status = 'ACCEPTED'
        and (:talk = 0 or o.talk_id = :talk)
        and (:month = '' or to_char(t.month, 'YYYY-MM') = :month)
        and (:department = '' or d.department = :department)
        and (:departmentRegion = '' or d.department_region = :departmentRegion)
        and (:query = '' or strpos(lower(o.text || ' ' || coalesce(d.answer, '')), lower(:query)) > 0)
        and case :stand
              when 'WAITING' then (d.status is null or d.status = 'RETURNED') and t.status in ('HELD', 'FOLLOWING_UP', 'CLOSED')
              when 'OPEN' then d.status in ('ASSIGNED', 'REOPENED')
              when 'OVERDUE' then d.status in ('ASSIGNED', 'RETURNED', 'REOPENED') and d.due < :today
              when 'TO_RATE' then d.status in ('ANSWERED', 'ANSWERED_AGAIN')
              when 'CLOSED' then d.status = 'CLOSED'
              else true
            end
      """;

  private static final String SPOKEN =
      """
       from opinion o
      join talk t on t.id = o.talk_id
      left join disposition d on d.opinion_id = o.id
      where o.talk_id = :talk and o.status = 'ACCEPTED' and
      """
          + Reader.SIGHT;

  private final JdbcClient jdbc;
  private final Departments departments;
  private final Clock clock;

  Register(JdbcClient jdbc, Departments departments, Clock clock) {
    this.jdbc = jdbc;
    this.departments = departments;
    this.clock = clock;
  }

  // --- one ---

  Matter find(Reader reader, long id) {
    return jdbc.sql(Rows.MATTER + "where o.id = :id and o.status = 'ACCEPTED' and " + Reader.SIGHT)
        .param("id", id)
        .params(reader.parameters())
        .query(Rows::matter)
        .optional()
        .orElseThrow(() -> new NotFound("opinion", id));
  }

  /** An opinion for those who hear what happened to it, whatever its status. */
  Optional<Matter> whatever(long id) {
    return jdbc.sql(Rows.MATTER + "where o.id = :id")
        .param("id", id)
        .params(PUBLIC.parameters())
        .query(Rows::matter)
        .optional();
  }

  /** Several at once, the most pressing first. */
  List<Matter> open(Collection<Long> ids) {
    return jdbc.sql(Rows.MATTER + "where o.id = any(array[:ids]::bigint[]) order by d.due, o.id")
        .param("ids", ids)
        .params(PUBLIC.parameters())
        .query(Rows::matter)
        .list();
  }

  /** An accepted opinion of this author, or one that stands for an opinion of this author. */
  Optional<Matter> saidBy(Author author, long id) {
    return jdbc.sql(
            Rows.MATTER
                + """
                where o.id = :id and o.status = 'ACCEPTED' and exists (
                  select from opinion said
                  where (said.id = o.id or said.merged_into = o.id)
                    and (said.invitation_id = :invitation or said.organization_id = :organization))
                """)
        .param("id", id)
        .params(PUBLIC.parameters())
        .param("invitation", author instanceof Author.Guest(var invitation) ? invitation : 0)
        .param("organization", author instanceof Author.Organization(var own) ? own : 0)
        .query(Rows::matter)
        .optional();
  }

  /** The opinion that stands for a merged one, as far as the reader may see it. */
  Optional<Long> standingFor(Reader reader, long merged) {
    return jdbc.sql(
            """
            select o.id from opinion m
            join opinion o on o.id = m.merged_into
            join talk t on t.id = o.talk_id
            left join disposition d on d.opinion_id = o.id
            where m.id = :id and
            """
                + Reader.SIGHT)
        .params(reader.parameters())
        .param("id", merged)
        .query(Long.class)
        .optional();
  }

  /** Whether the reader's department had to answer it once, and has to no longer. */
  boolean wasTaken(Reader reader, long opinion) {
    return jdbc.sql(
            """
            select exists (
                select from disposition_move m
                where m.opinion_id = :id and m.department = :readerDepartment
                  and m.department_region = :readerDepartmentRegion)
              and not exists (
                select from disposition d join opinion o on o.id = d.opinion_id
                where d.opinion_id = :id and o.status = 'ACCEPTED' and d.department = :readerDepartment
                  and d.department_region = :readerDepartmentRegion)
            """)
        .params(reader.parameters())
        .param("id", opinion)
        .query(Boolean.class)
        .single();
  }

  /** Why an opinion was declined; empty when it was not. */
  String declined(long opinion) {
    return jdbc.sql("select reason from opinion where id = :id and status = 'DECLINED'")
        .param("id", opinion)
        .query(String.class)
        .optional()
        .orElse("");
  }

  List<Step> history(long opinion) {
    return jdbc.sql("select * from disposition_move where opinion_id = :opinion order by id")
        .param("opinion", opinion)
        .query((row, n) ->
            new Step(
                DispositionMove.valueOf(row.getString("event")),
                row.getString("department"),
                row.getDate("due").toLocalDate(),
                Optional.ofNullable(row.getString("result")).map(Result::valueOf),
                Optional.ofNullable(row.getString("rating")).map(Rating::valueOf),
                row.getString("text"),
                row.getString("reason"),
                row.getString("actor"),
                Rows.instant(row, "at")))
        .list();
  }

  // --- lists ---

  /** Newest first; {@code after} is the last opinion of the page before. */
  List<Matter> list(Reader reader, Filter filter, Optional<Long> after, int limit) {
    return jdbc.sql(
            Rows.MATTER
                + "where "
                + Reader.SIGHT
                + FILTER
                + """
                  and o.id < :after
                order by o.id desc limit :limit
                """)
        .params(reader.parameters())
        .params(terms(reader, filter))
        .param("after", after.orElse(Long.MAX_VALUE))
        .param("limit", limit)
        .query(Rows::matter)
        .list();
  }

  int count(Reader reader, Filter filter) {
    return jdbc.sql(
            """
            select count(*) from opinion o
            join talk t on t.id = o.talk_id
            left join disposition d on d.opinion_id = o.id
            where
            """
                + Reader.SIGHT
                + FILTER)
        .params(reader.parameters())
        .params(terms(reader, filter))
        .query(Integer.class)
        .single();
  }

  /** Talks whose opinions the reader finds here, newest first. */
  List<Occasion> occasions(Reader reader) {
    return jdbc.sql(
            """
            select t.id, t.title from talk t
            where exists (
              select from opinion o left join disposition d on d.opinion_id = o.id
              where o.talk_id = t.id and o.status = 'ACCEPTED' and
            """
                + Reader.SIGHT
                + ") order by t.starts_at desc, t.id desc limit 100")
        .params(reader.parameters())
        .query(Occasion.class)
        .list();
  }

  /** What a department has to answer, the most pressing first. */
  public List<Matter> workOf(SignedIn me, int limit) {
    var reader = departments.reader(me);
    return jdbc.sql(
            Rows.MATTER
                + """
                where o.status = 'ACCEPTED' and d.department = :readerDepartment
                  and d.department_region = :readerDepartmentRegion and d.status in ('ASSIGNED', 'REOPENED')
                order by d.due, o.id limit :limit
                """)
        .params(reader.parameters())
        .param("limit", limit)
        .query(Rows::matter)
        .list();
  }

  /** Opinions that nobody answered in time, the oldest date first; for those who watch over it. */
  public List<Matter> overdue(Scope scope, int limit) {
    return jdbc.sql(
            Rows.MATTER
                + """
                where o.status = 'ACCEPTED' and t.region_code like :scopeRegion
                  and d.status in ('ASSIGNED', 'RETURNED', 'REOPENED') and d.due < :today
                order by d.due, o.id limit :limit
                """)
        .params(PUBLIC.parameters())
        .params(scope.parameters())
        .param("today", Rows.sql(LocalDate.now(clock)))
        .param("limit", limit)
        .query(Rows::matter)
        .list();
  }

  /**
   * What the person's organization said, or what stands for it, newest first, those to be rated on
   * top.
   */
  public List<Matter> mine(SignedIn me, int limit) {
    return jdbc.sql(
            Rows.MATTER
                + """
                where o.status = 'ACCEPTED' and exists (
                  select from opinion said
                  where (said.id = o.id or said.merged_into = o.id) and said.organization_id = :scopeOrganization)
                order by coalesce(d.status in ('ANSWERED', 'ANSWERED_AGAIN'), false) desc, o.id desc limit :limit
                """)
        .params(departments.reader(me).parameters())
        .param("limit", limit)
        .query(Rows::matter)
        .list();
  }

  /** What one guest said at a talk, or what stands for it: they hold its link. */
  List<Matter> ofGuest(long invitation) {
    return jdbc.sql(
            Rows.MATTER
                + """
                where o.status = 'ACCEPTED' and exists (
                  select from opinion said
                  where (said.id = o.id or said.merged_into = o.id) and said.invitation_id = :invitation)
                order by o.id
                """)
        .params(PUBLIC.parameters())
        .param("invitation", invitation)
        .query(Rows::matter)
        .list();
  }

  /** Departments that have opinions which the reader finds here, by what they are called. */
  Map<String, Department> departments(Reader reader) {
    var found =
        jdbc.sql(
                """
                select distinct d.department as name, d.department_region as region from opinion o
                join talk t on t.id = o.talk_id
                join disposition d on d.opinion_id = o.id
                where o.status = 'ACCEPTED' and
                """
                    + Reader.SIGHT
                    + "order by name, region")
            .params(reader.parameters())
            .query(Department.class)
            .list();
    return departments.called(found);
  }

  /**
   * What was said at a talk, as far as the reader may see it: how much, and of each party to each
   * question so many as {@code most}.
   */
  Spoken spoken(Reader reader, long talk, int most) {
    var of = new HashMap<>(reader.parameters());
    of.put("talk", talk);
    of.put("most", most);
    return new Spoken(counts(of), foremost(of), speakers(of));
  }

  private List<Spoken.Count> counts(Map<String, Object> of) {
    return jdbc.sql("select o.agenda_id, o.party, count(*) as many" + SPOKEN + "group by 1, 2")
        .params(of)
        .query((row, n) ->
            new Spoken.Count(
                Rows.maybeId(row, "agenda_id"),
                Party.valueOf(row.getString("party")),
                row.getInt("many")))
        .list();
  }

  private List<Matter> foremost(Map<String, Object> of) {
    return jdbc.sql(
            Rows.MATTER
                + "join (select o.id, row_number() over (partition by o.agenda_id, o.party"
                + " order by (select count(*) from opinion_vote v where v.opinion_id = o.id and v.side = 1) desc, o.id)"
                + " as place"
                + SPOKEN
                + ") as first on first.id = o.id and first.place <= :most order by o.agenda_id, o.party, first.place")
        .params(of)
        .query(Rows::matter)
        .list();
  }

  private Map<Party, List<String>> speakers(Map<String, Object> of) {
    var speakers = new EnumMap<Party, List<String>>(Party.class);
    jdbc.sql(
            "select o.party, "
                + Rows.SPEAKER
                + " as speaker"
                + SPOKEN
                + "group by 1, 2 order by min(o.id)")
        .params(of)
        .query(row -> {
          if (!row.getString("speaker").isEmpty()) {
            speakers
                .computeIfAbsent(Party.valueOf(row.getString("party")), none -> new ArrayList<>())
                .add(row.getString("speaker"));
          }
        });
    return speakers;
  }

  // --- numbers ---

  /** Of one talk, for those who run or watch it. */
  public Progress progress(long talk) {
    return jdbc.sql(
            """
            select count(*) as opinions,
                   count(*) filter (where d.status is null or d.status = 'RETURNED') as unassigned,
                   count(*) filter (where d.status in ('ASSIGNED', 'REOPENED')) as open,
                   count(*) filter (where d.status in ('ASSIGNED', 'RETURNED', 'REOPENED') and d.due < :today) as overdue,
                   count(*) filter (where d.status in ('ANSWERED', 'ANSWERED_AGAIN', 'CLOSED') and d.result is not null) as answered
            from opinion o left join disposition d on d.opinion_id = o.id
            where o.talk_id = :talk and o.status = 'ACCEPTED'
            """)
        .param("talk", talk)
        .param("today", Rows.sql(LocalDate.now(clock)))
        .query(Progress.class)
        .single();
  }

  Votes votes(long opinion) {
    return jdbc.sql(
            """
            select count(*) filter (where side = 1) as agree, count(*) filter (where side = -1) as disagree,
                   count(*) filter (where side = 0) as pass
            from opinion_vote where opinion_id = :opinion
            """)
        .param("opinion", opinion)
        .query(Votes.class)
        .single();
  }

  /** A name that several bear finds the answers of all of them. */
  private Map<String, Object> terms(Reader reader, Filter filter) {
    var terms = new HashMap<String, Object>();
    var asked =
        filter.department().isEmpty()
            ? Optional.<Department>empty()
            : Optional.ofNullable(departments(reader).get(filter.department()));
    terms.put("query", filter.query());
    terms.put("talk", filter.talk().orElse(0L));
    terms.put("month", filter.month().map(Object::toString).orElse(""));
    terms.put("department", asked.map(Department::name).orElse(filter.department()));
    terms.put("departmentRegion", asked.map(Department::region).orElse(""));
    terms.put("stand", filter.stand().map(Enum::name).orElse(""));
    terms.put("today", Rows.sql(LocalDate.now(clock)));
    return terms;
  }
}
