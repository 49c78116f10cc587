package org.yueyuetan.platform.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.region.Regions;
import org.yueyuetan.platform.words.Words;
import tools.jackson.databind.ObjectMapper;

/** The registry's tables: organizations, their fields of work and their contacts. */
@Component
class OrganizationTable {

  private static final String COLUMNS =
      """
      o.id, o.name, o.kind, o.credit_code, o.region_code, o.level, o.competent_unit, o.party_type, o.members,
      o.introduction, o.active, o.inactive_reason, o.sample, o.created_at, o.version,
      coalesce((select string_agg(f.field, ',') from organization_field f where f.organization_id = o.id), '') as fields
      """;

  /** Staff see their region, representatives what takes part. Then what the filter asks for. */
  private static final String LISTED =
      """
      (o.region_code like :scopeRegion or o.id = :scopeOrganization
        or :scopeOrganization > 0 and :scopeShared and o.active)
      and (:query = '' or o.words @@ cast(nullif(:query, '') as tsquery))
      and (:kind = '' or o.kind = :kind)
      and o.region_code like :region
      and (:level = '' or o.level = :level)
      and (:party = '' or o.party_type = :party)
      and (:active = '' or o.active = (:active = 'true'))
      and (:field = ''
        or exists (select 1 from organization_field f where f.organization_id = o.id and f.field = :field))
      """;

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Regions regions;

  OrganizationTable(JdbcClient jdbc, ObjectMapper json, Regions regions) {
    this.jdbc = jdbc;
    this.json = json;
    this.regions = regions;
  }

  // --- reading ---

  boolean active(long id) {
    return jdbc.sql("select exists (select 1 from organization where id = :id and active)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  Optional<Organization> find(Scope scope, long id) {
    return jdbc.sql(
            """
            select %s from organization o
            where o.id = :id
              and (o.region_code like :scopeRegion or o.id = :scopeOrganization or o.active and :scopePublished)
            """
                .formatted(COLUMNS))
        .param("id", id)
        .params(scope.parameters())
        .query(OrganizationTable::organization)
        .optional();
  }

  List<Organization> list(Scope scope, Filter filter, Optional<Long> after, int limit) {
    return jdbc.sql(
            "select %s from organization o where o.id < :after and %s order by o.id desc limit :limit"
                .formatted(COLUMNS, LISTED))
        .params(scope.parameters())
        .params(parameters(filter))
        .param("after", after.orElse(Long.MAX_VALUE))
        .param("limit", limit)
        .query(OrganizationTable::organization)
        .list();
  }

  int count(Scope scope, Filter filter) {
    return jdbc.sql("select count(*) from organization o where " + LISTED)
        .params(scope.parameters())
        .params(parameters(filter))
        .query(Integer.class)
        .single();
  }

  /** Those with one of these names or credit codes. */
  List<Organization> named(Collection<String> names, Collection<String> codes) {
    if (names.isEmpty() && codes.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            "select %s from organization o where o.name in (:names) or o.credit_code in (:codes) order by o.id"
                .formatted(COLUMNS))
        .param("names", names.isEmpty() ? List.of("") : names)
        .param("codes", codes.isEmpty() ? List.of("") : codes)
        .query(OrganizationTable::organization)
        .list();
  }

  Set<Long> within(Scope.Region region, Collection<Long> ids) {
    return Set.copyOf(
        jdbc.sql(
                "select id from organization where id = any (:ids) and region_code like :scopeRegion")
            .params(region.parameters())
            .param("ids", ids.toArray(Long[]::new))
            .query(Long.class)
            .list());
  }

  Map<Long, String> names(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    var names = new HashMap<Long, String>();
    jdbc.sql("select id, name from organization where id in (:ids)")
        .param("ids", Set.copyOf(ids))
        .query(row -> {
          names.put(row.getLong("id"), row.getString("name"));
        });
    return names;
  }

  /** Per organization its contacts in their order; organizations without any are missing. */
  Map<Long, List<Contact>> contacts(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    var contacts = new HashMap<Long, List<Contact>>();
    jdbc.sql(
            """
            select organization_id, name, post, phone, email from organization_contact
            where organization_id in (:ids) order by organization_id, position
            """)
        .param("ids", Set.copyOf(ids))
        .query(row -> {
          contacts
              .computeIfAbsent(row.getLong("organization_id"), id -> new ArrayList<>())
              .add(
                  new Contact(
                      row.getString("name"),
                      row.getString("post"),
                      row.getString("phone"),
                      row.getString("email")));
        });
    return contacts;
  }

  // --- writing ---

  /** Adds all in a few statements, however many they are; the ids are in the drafts' order. */
  List<Long> insert(List<OrganizationDraft> drafts, Instant now) {
    if (drafts.isEmpty()) {
      return List.of();
    }
    var ids =
        jdbc.sql(
                "select nextval(pg_get_serial_sequence('organization', 'id')) from generate_series(1, :number)")
            .param("number", drafts.size())
            .query(Long.class)
            .list();
    var rows = new ArrayList<Map<String, Object>>();
    var fields = new ArrayList<Map<String, Object>>();
    var contacts = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < drafts.size(); i++) {
      rows.add(row(ids.get(i), drafts.get(i)));
      fields.addAll(fieldRows(ids.get(i), drafts.get(i).fields()));
      contacts.addAll(contactRows(ids.get(i), drafts.get(i).contacts()));
    }
    jdbc.sql(
            """
            insert into organization (id, name, kind, credit_code, region_code, level, competent_unit, party_type, members,
                                      introduction, sample, words, created_at)
            overriding system value
            select r.id, r.name, r.kind, r.credit_code, r.region_code, r.level, r.competent_unit, r.party_type, r.members,
                   r.introduction, r.sample, cast(r.words as tsvector), :now
            from json_to_recordset(cast(:rows as json)) as r (
              id bigint, name text, kind text, credit_code text, region_code text, level text, competent_unit text,
              party_type text, members int, introduction text, sample boolean, words text)
            """)
        .param("now", Timestamp.from(now))
        .param("rows", json.writeValueAsString(rows))
        .update();
    insertFields(fields);
    insertContacts(contacts);
    return ids;
  }

  /** Whether the row was still at this version. */
  boolean update(long id, OrganizationDraft draft, int version) {
    var updated =
        jdbc.sql(
                """
                update organization
                set name = :name, kind = :kind, credit_code = :credit_code, region_code = :region_code, level = :level,
                    competent_unit = :competent_unit, party_type = :party_type, members = :members,
                    introduction = :introduction, words = cast(:words as tsvector), version = version + 1
                where id = :id and version = :version
                """)
            .params(row(id, draft))
            .param("version", version)
            .update();
    if (updated == 0) {
      return false;
    }
    jdbc.sql("delete from organization_field where organization_id = :id").param("id", id).update();
    insertFields(fieldRows(id, draft.fields()));
    replaceContacts(id, draft.contacts());
    return true;
  }

  boolean updateActive(long id, boolean active, String reason, int version) {
    return jdbc.sql(
                """
                update organization set active = :active, inactive_reason = :reason, version = version + 1
                where id = :id and version = :version
                """)
            .param("active", active)
            .param("reason", reason)
            .param("id", id)
            .param("version", version)
            .update()
        > 0;
  }

  private void replaceContacts(long id, List<Contact> contacts) {
    jdbc.sql("delete from organization_contact where organization_id = :id")
        .param("id", id)
        .update();
    insertContacts(contactRows(id, contacts));
  }

  private void insertFields(List<Map<String, Object>> rows) {
    jdbc.sql(
            """
            insert into organization_field (organization_id, field)
            select r.id, r.field from json_to_recordset(cast(:rows as json)) as r (id bigint, field text)
            """)
        .param("rows", json.writeValueAsString(rows))
        .update();
  }

  private void insertContacts(List<Map<String, Object>> rows) {
    jdbc.sql(
            """
            insert into organization_contact (organization_id, position, name, post, phone, email)
            select r.id, r.position, r.name, r.post, r.phone, r.email
            from json_to_recordset(cast(:rows as json)) as r (
              id bigint, position int, name text, post text, phone text, email text)
            order by r.id, r.position
            """)
        .param("rows", json.writeValueAsString(rows))
        .update();
  }

  private Map<String, Object> row(long id, OrganizationDraft draft) {
    var row = new LinkedHashMap<String, Object>();
    row.put("id", id);
    row.put("name", draft.name());
    row.put("kind", draft.kind().name());
    row.put("credit_code", draft.creditCode().map(CreditCode::text).orElse(null));
    row.put("region_code", draft.regionCode());
    row.put("level", draft.level().name());
    row.put("competent_unit", draft.competentUnit());
    row.put("party_type", draft.partyType().name());
    row.put("members", draft.members().orElse(null));
    row.put("introduction", draft.introduction());
    row.put("sample", draft.sample());
    row.put(
        "words",
        Words.index(
            draft.name(),
            draft.creditCode().map(CreditCode::text).orElse(""),
            draft.competentUnit(),
            draft.introduction(),
            regions.path(draft.regionCode())));
    return row;
  }

  private static List<Map<String, Object>> fieldRows(long id, Collection<Field> fields) {
    return fields.stream()
        .map(field -> Map.<String, Object>of("id", id, "field", field.name()))
        .toList();
  }

  private static List<Map<String, Object>> contactRows(long id, List<Contact> contacts) {
    var rows = new ArrayList<Map<String, Object>>();
    for (var contact : contacts) {
      rows.add(
          Map.of(
              "id", id,
              "position", rows.size() + 1,
              "name", contact.name(),
              "post", contact.post(),
              "phone", contact.phone(),
              "email", contact.email()));
    }
    return rows;
  }

  private static Map<String, Object> parameters(Filter filter) {
    return Map.of(
        "query", Words.query(filter.query()).orElse(""),
        "kind", filter.kind().map(Enum::name).orElse(""),
        "region", filter.regionCode().map(Regions::prefix).orElse("") + "%",
        "level", filter.level().map(Enum::name).orElse(""),
        "party", filter.partyType().map(Enum::name).orElse(""),
        "active", filter.active().map(String::valueOf).orElse(""),
        "field", filter.field().map(Enum::name).orElse(""));
  }

  private static Organization organization(ResultSet row, int n) throws SQLException {
    return new Organization(
        row.getLong("id"),
        row.getString("name"),
        Kind.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getString("credit_code")).map(CreditCode::new),
        row.getString("region_code"),
        Level.valueOf(row.getString("level")),
        fields(row.getString("fields")),
        row.getString("competent_unit"),
        PartyType.valueOf(row.getString("party_type")),
        Optional.ofNullable(row.getObject("members", Integer.class)),
        row.getString("introduction"),
        row.getBoolean("active"),
        row.getString("inactive_reason"),
        row.getBoolean("sample"),
        row.getTimestamp("created_at").toInstant(),
        row.getInt("version"));
  }

  /** In the order of their declaration. */
  private static Set<Field> fields(String joined) {
    return Arrays.stream(joined.split(","))
        .filter(name -> !name.isEmpty())
        .map(Field::valueOf)
        .sorted()
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
