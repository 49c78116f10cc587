package org.yueyuetan.platform.agreement;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.project.Kind;

/** Agreements and their history in the database. */
@Repository
class AgreementTable {

  private static final String VISIBLE =
      "agreement_visible(a, :scopeRegion, :scopeOrganization, :scopePublished)";

  private static final String LINE =
      """
      select a.*,
             (select string_agg(coalesce(nullif(p.name, ''), o.name), '、' order by p.position)
              from agreement_party p join organization o on o.id = p.organization_id where p.agreement_id = a.id) as parties,
             (select count(*) from agreement_party p where p.agreement_id = a.id) as all_parties,
             (select count(*) from agreement_party p where p.agreement_id = a.id and p.signed_at is not null) as signatures,
             exists (
               select from agreement_party p
               where p.agreement_id = a.id and p.organization_id = :scopeOrganization
                 and (a.status = 'IN_REVIEW' and p.approved_revision < a.revision
                      or a.status = 'SIGNING' and p.signed_at is null and not exists (
                        select from agreement_party q
                        where q.agreement_id = a.id and q.signed_at is null and q.position < p.position))) as asked
      from agreement a
      """;

  private static final String MATCHING =
      """
      where %s
        and case :state
          when 'SIGNED' then a.status = 'SIGNED'
          when 'OPEN' then a.status in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'SIGNING')
          else a.status in ('DECLINED', 'WITHDRAWN')
        end
        and (:query = '' or strpos(lower(a.title || ' ' || a.number), lower(:query)) > 0
             or exists (select from agreement_party p join organization o on o.id = p.organization_id
                        where p.agreement_id = a.id and strpos(lower(o.name || ' ' || p.name), lower(:query)) > 0))
        and (:template = '' or a.template = :template)
      """
          .formatted(VISIBLE);

  private final JdbcClient jdbc;
  private final Clock clock;

  AgreementTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  // --- reading ---

  Optional<Agreement> find(Scope scope, long id) {
    return whole(
        jdbc.sql("select a.* from agreement a where a.id = :id and " + VISIBLE)
            .params(scope.parameters())
            .param("id", id)
            .query(AgreementTable::bare)
            .list());
  }

  /** Locked until the transaction ends. */
  Optional<Agreement> hold(long id) {
    return whole(
        jdbc.sql("select a.* from agreement a where a.id = :id for update")
            .param("id", id)
            .query(AgreementTable::bare)
            .list());
  }

  /** Signed agreements of everyone, by the code on their last page. */
  Optional<Agreement> byCode(String code) {
    return whole(
        jdbc.sql("select a.* from agreement a where a.code = :code and a.status = 'SIGNED'")
            .param("code", code)
            .query(AgreementTable::bare)
            .list());
  }

  /**
   * The agreement that a file belongs to: as it is kept, or as it was after one of the signatures.
   */
  Optional<Long> byFile(String sha256) {
    return jdbc.sql(
            """
            select agreement_id from agreement_file where sha256 = :sha256
            union select agreement_id from agreement_party where sha256 = :sha256
            union select id from agreement where frozen_sha256 = :sha256
            limit 1
            """)
        .param("sha256", sha256)
        .query(Long.class)
        .optional();
  }

  List<AgreementLine> list(Scope scope, Filter filter, Optional<Long> after, int limit) {
    return jdbc.sql(LINE + MATCHING + " and a.id < :after order by a.id desc limit :limit")
        .params(parameters(scope, filter))
        .param("after", after.orElse(Long.MAX_VALUE))
        .param("limit", limit)
        .query(AgreementTable::line)
        .list();
  }

  int count(Scope scope, Filter filter) {
    return jdbc.sql("select count(*) from agreement a " + MATCHING)
        .params(parameters(scope, filter))
        .query(Integer.class)
        .single();
  }

  /** Those in which the organization has to approve or to sign now, the oldest first. */
  List<AgreementLine> asked(Scope scope, int limit) {
    return jdbc.sql(
            "select * from ("
                + LINE
                + " where a.status in ('IN_REVIEW', 'SIGNING') and "
                + VISIBLE
                + ") as x where asked order by id limit :limit")
        .params(scope.parameters())
        .param("limit", limit)
        .query(AgreementTable::line)
        .list();
  }

  List<AgreementLine> signed(Scope scope, String words, int limit) {
    return jdbc.sql(
            LINE
                + " where a.status = 'SIGNED' and strpos(lower(a.title), lower(:words)) > 0 and "
                + VISIBLE
                + " order by a.signed_at desc, a.id desc limit :limit")
        .params(scope.parameters())
        .param("words", words)
        .param("limit", limit)
        .query(AgreementTable::line)
        .list();
  }

  /** Those of a project that are still on their way or signed, the newest first. */
  List<AgreementLine> ofProject(Scope scope, long project, int limit) {
    return jdbc.sql(
            LINE
                + " where a.project_id = :project and a.status not in ('DECLINED', 'WITHDRAWN') and "
                + VISIBLE
                + " order by a.id desc limit :limit")
        .params(scope.parameters())
        .param("project", project)
        .param("limit", limit)
        .query(AgreementTable::line)
        .list();
  }

  List<AgreementLine> lines(Scope scope, Collection<Long> ids) {
    return jdbc.sql(LINE + " where a.id = any(array[:ids]::bigint[]) and " + VISIBLE)
        .params(scope.parameters())
        .param("ids", ids)
        .query(AgreementTable::line)
        .list();
  }

  /** Signed ones with all that was agreed, for whoever follows what becomes of them. */
  List<Agreement> signed(Scope scope, Collection<Long> ids) {
    return filled(
        jdbc.sql(
                "select a.* from agreement a where a.id = any(array[:ids]::bigint[]) and a.status = 'SIGNED' and "
                    + VISIBLE
                    + " order by a.id")
            .params(scope.parameters())
            .param("ids", ids)
            .query(AgreementTable::bare)
            .list());
  }

  List<AgreementMove> history(long id) {
    return jdbc.sql(
            """
            select m.*, coalesce(o.name, '') as party
            from agreement_move m left join organization o on o.id = m.organization_id
            where m.agreement_id = :id order by m.id
            """)
        .param("id", id)
        .query((row, n) ->
            new AgreementMove(
                AgreementEvent.valueOf(row.getString("event")),
                AgreementStatus.valueOf(row.getString("status")),
                row.getString("party"),
                row.getString("note"),
                row.getString("actor"),
                instant(row, "at")))
        .list();
  }

  // --- changing ---

  long add(
      AgreementDraft draft,
      String code,
      String region,
      Optional<Long> draftedBy,
      long by,
      boolean sample) {
    var id =
        jdbc.sql(
                """
                insert into agreement (code, template, title, purpose, project_id, region_code, from_date, until_date,
                                       clauses, disclosed, status, drafted_by, sample, created_by, created_at)
                values (:code, :template, :title, :purpose, :project, :region, :from, :until,
                        :clauses, :disclosed, 'DRAFT', :draftedBy, :sample, :by, :now)
                returning id
                """)
            .params(words(draft))
            .param("code", code)
            .param("region", region)
            .param("draftedBy", draftedBy.orElse(null))
            .param("by", by == 0 ? null : by)
            .param("sample", sample)
            .param("now", now())
            .query(Long.class)
            .single();
    fill(id, draft);
    return id;
  }

  /** New words: the next revision. */
  boolean change(long id, AgreementDraft draft, AgreementStatus to, int version) {
    boolean changed =
        jdbc.sql(
                    """
                    update agreement
                    set template = :template, title = :title, purpose = :purpose, project_id = :project, from_date = :from,
                        until_date = :until, clauses = :clauses, disclosed = :disclosed, status = :status,
                        revision = revision + 1, version = version + 1
                    where id = :id and version = :version
                    """)
                .params(words(draft))
                .param("status", to.name())
                .param("id", id)
                .param("version", version)
                .update()
            == 1;
    if (changed) {
      List.of("agreement_contribution", "agreement_milestone", "agreement_party")
          .forEach(table ->
              jdbc.sql("delete from %s where agreement_id = :id".formatted(table))
                  .param("id", id)
                  .update());
      fill(id, draft);
    }
    return changed;
  }

  private static Map<String, @Nullable Object> words(AgreementDraft draft) {
    var words = new HashMap<String, @Nullable Object>();
    words.put("template", draft.template().name());
    words.put("title", draft.title());
    words.put("purpose", draft.purpose());
    words.put("project", draft.project().orElse(null));
    words.put("from", Date.valueOf(draft.from()));
    words.put("until", Date.valueOf(draft.until()));
    words.put("clauses", draft.clauses());
    words.put("disclosed", draft.disclosed());
    return words;
  }

  private void fill(long id, AgreementDraft draft) {
    for (int i = 0; i < draft.parties().size(); i++) {
      jdbc.sql(
              "insert into agreement_party (agreement_id, position, organization_id) values (:id, :position, :organization)")
          .param("id", id)
          .param("position", i + 1)
          .param("organization", draft.parties().get(i))
          .update();
    }
    for (int i = 0; i < draft.contributions().size(); i++) {
      var one = draft.contributions().get(i);
      jdbc.sql(
              """
              insert into agreement_contribution (agreement_id, position, party_id, kind, title, quantity, unit, item_id, provision_id)
              select :id, :position, p.id, :kind, :title, :quantity, :unit, :item, :provision
              from agreement_party p where p.agreement_id = :id and p.position = :party
              """)
          .param("id", id)
          .param("position", i + 1)
          .param("party", one.party())
          .param("kind", one.kind().name())
          .param("title", one.title())
          .param("quantity", one.quantity())
          .param("unit", one.unit())
          .param("item", one.item().orElse(null))
          .param("provision", one.provision().orElse(null))
          .update();
    }
    for (int i = 0; i < draft.milestones().size(); i++) {
      var one = draft.milestones().get(i);
      jdbc.sql(
              """
              insert into agreement_milestone (agreement_id, position, party_id, title, due)
              select :id, :position, p.id, :title, :due from agreement_party p where p.agreement_id = :id and p.position = :party
              """)
          .param("id", id)
          .param("position", i + 1)
          .param("party", one.party())
          .param("title", one.title())
          .param("due", Date.valueOf(one.due()))
          .update();
    }
  }

  void status(long id, AgreementStatus to) {
    jdbc.sql(
            """
            update agreement
            set status = :status, version = version + 1, reminded_on = null,
                signed_at = case when :status = 'SIGNED' then cast(:now as timestamptz) end
            where id = :id
            """)
        .param("status", to.name())
        .param("now", now())
        .param("id", id)
        .update();
  }

  void approved(Party party, int revision, String by) {
    jdbc.sql(
            "update agreement_party set approved_revision = :revision, approved_by = :by, approved_at = :now where id = :id")
        .param("revision", revision)
        .param("by", by)
        .param("now", now())
        .param("id", party.id())
        .update();
  }

  /** It gets its number, and its parties the names that they bear now. */
  void numbered(long id, String number, Manner manner) {
    jdbc.sql("update agreement set number = :number, manner = :manner where id = :id")
        .param("number", number)
        .param("manner", manner.name())
        .param("id", id)
        .update();
    jdbc.sql(
            """
            update agreement_party p set name = o.name, credit_code = coalesce(o.credit_code, '')
            from organization o where o.id = p.organization_id and p.agreement_id = :id
            """)
        .param("id", id)
        .update();
  }

  void frozen(long id, String sha256) {
    jdbc.sql("update agreement set frozen_sha256 = :sha256 where id = :id")
        .param("sha256", sha256)
        .param("id", id)
        .update();
  }

  void disclose(long id, boolean disclosed) {
    jdbc.sql("update agreement set disclosed = :disclosed, version = version + 1 where id = :id")
        .param("disclosed", disclosed)
        .param("id", id)
        .update();
  }

  void signed(Party party, Party.Signature signature) {
    jdbc.sql(
            """
            update agreement_party
            set signed_by = :by, signed_at = :at, certificate = :certificate, own_certificate = :own, sha256 = :sha256
            where id = :id
            """)
        .param("by", signature.by())
        .param("at", signature.at().atOffset(ZoneOffset.UTC))
        .param("certificate", signature.certificate())
        .param("own", signature.own())
        .param("sha256", signature.sha256())
        .param("id", party.id())
        .update();
  }

  void move(
      long id,
      AgreementEvent event,
      AgreementStatus to,
      Optional<Long> organization,
      String note,
      String actor) {
    jdbc.sql(
            """
            insert into agreement_move (agreement_id, event, status, organization_id, note, actor, at)
            values (:id, :event, :status, :organization, :note, :actor, :now)
            """)
        .param("id", id)
        .param("event", event.name())
        .param("status", to.name())
        .param("organization", organization.orElse(null))
        .param("note", note)
        .param("actor", actor)
        .param("now", now())
        .update();
  }

  /**
   * Agreements that wait for somebody and of which nobody was reminded for so many days. Marking
   * and choosing are one statement, so that two nodes do not remind twice.
   */
  List<Long> claimReminders(int days) {
    return jdbc.sql(
            """
            update agreement a set reminded_on = :today
            where a.status in ('IN_REVIEW', 'SIGNING')
              and coalesce(a.reminded_on, (select cast(max(m.at) at time zone :zone as date) from agreement_move m
                                          where m.agreement_id = a.id)) <= :last
            returning a.id
            """)
        .param("today", Date.valueOf(LocalDate.now(clock)))
        .param("zone", clock.getZone().getId())
        .param("last", Date.valueOf(LocalDate.now(clock).minusDays(days)))
        .query(Long.class)
        .list();
  }

  // --- rows ---

  private Optional<Agreement> whole(List<Agreement> bare) {
    return filled(bare).stream().findFirst();
  }

  private List<Agreement> filled(List<Agreement> bare) {
    if (bare.isEmpty()) {
      return bare;
    }
    var ids = bare.stream().map(Agreement::id).toList();
    Map<Long, List<Party>> parties =
        grouped(
            """
            select p.*, coalesce(nullif(p.name, ''), o.name) as called, coalesce(nullif(p.credit_code, ''), o.credit_code, '') as code,
                   o.active
            from agreement_party p join organization o on o.id = p.organization_id
            where p.agreement_id in (:ids) order by p.position
            """,
            ids,
            AgreementTable::party);
    Map<Long, List<Contribution>> contributions =
        grouped(
            """
            select c.*, p.position as party from agreement_contribution c join agreement_party p on p.id = c.party_id
            where c.agreement_id in (:ids) order by c.position
            """,
            ids,
            AgreementTable::contribution);
    Map<Long, List<Milestone>> milestones =
        grouped(
            """
            select m.*, p.position as party from agreement_milestone m join agreement_party p on p.id = m.party_id
            where m.agreement_id in (:ids) order by m.position
            """,
            ids,
            row ->
                new Milestone(
                    row.getLong("id"),
                    row.getInt("party"),
                    row.getString("title"),
                    row.getDate("due").toLocalDate()));
    return bare.stream()
        .map(a ->
            a.with(
                parties.getOrDefault(a.id(), List.of()),
                contributions.getOrDefault(a.id(), List.of()),
                milestones.getOrDefault(a.id(), List.of())))
        .toList();
  }

  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> Map<Long, List<T>> grouped(String sql, List<Long> ids, Reading<T> reading) {
    return jdbc
        .sql(sql)
        .param("ids", ids)
        .query((row, n) -> Map.entry(row.getLong("agreement_id"), reading.read(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static Agreement bare(ResultSet row, int n) throws SQLException {
    return new Agreement(
        row.getLong("id"),
        row.getString("code"),
        row.getString("number"),
        Template.valueOf(row.getString("template")),
        row.getString("title"),
        row.getString("purpose"),
        id(row, "project_id"),
        row.getString("region_code"),
        row.getDate("from_date").toLocalDate(),
        row.getDate("until_date").toLocalDate(),
        row.getString("clauses"),
        row.getBoolean("disclosed"),
        Manner.valueOf(row.getString("manner")),
        AgreementStatus.valueOf(row.getString("status")),
        id(row, "drafted_by"),
        row.getInt("revision"),
        row.getString("frozen_sha256"),
        maybe(row, "signed_at"),
        row.getBoolean("sample"),
        row.getInt("version"),
        List.of(),
        List.of(),
        List.of());
  }

  private static Party party(ResultSet row) throws SQLException {
    var signedAt = maybe(row, "signed_at");
    var signature =
        signedAt.isEmpty()
            ? Optional.<Party.Signature>empty()
            : Optional.of(
                new Party.Signature(
                    row.getString("signed_by"),
                    signedAt.get(),
                    row.getString("certificate"),
                    row.getBoolean("own_certificate"),
                    row.getString("sha256")));
    return new Party(
        row.getLong("id"),
        row.getInt("position"),
        row.getLong("organization_id"),
        row.getString("called"),
        row.getString("code"),
        row.getBoolean("active"),
        row.getInt("approved_revision"),
        row.getString("approved_by"),
        maybe(row, "approved_at"),
        signature);
  }

  private static Contribution contribution(ResultSet row) throws SQLException {
    return new Contribution(
        row.getLong("id"),
        row.getInt("party"),
        Kind.valueOf(row.getString("kind")),
        row.getString("title"),
        row.getLong("quantity"),
        row.getString("unit"),
        id(row, "item_id"),
        id(row, "provision_id"));
  }

  private static AgreementLine line(ResultSet row, int n) throws SQLException {
    return new AgreementLine(
        row.getLong("id"),
        row.getString("number"),
        row.getString("title"),
        row.getString("parties"),
        row.getInt("signatures"),
        row.getInt("all_parties"),
        Manner.valueOf(row.getString("manner")),
        AgreementStatus.valueOf(row.getString("status")),
        maybe(row, "signed_at"),
        row.getBoolean("sample"),
        row.getBoolean("asked"));
  }

  private static Map<String, Object> parameters(Scope scope, Filter filter) {
    var parameters = new HashMap<>(scope.parameters());
    parameters.put("state", filter.state().name());
    parameters.put("query", filter.query());
    parameters.put("template", filter.template().map(Template::name).orElse(""));
    return parameters;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Optional<Long> id(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, Long.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Optional<Instant> maybe(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
