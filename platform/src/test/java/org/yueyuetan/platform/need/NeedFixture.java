package org.yueyuetan.platform.need;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.organization.Field;

/** Organizations, people and drafts with sensible values, for tests. */
public final class NeedFixture {

  public static final String DONGCHANGFU = "371502000000";
  public static final String YANGGU = "371521000000";

  private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2020-01-01T00:00:00Z");

  private NeedFixture() {}

  public static long organization(JdbcClient jdbc, String name) {
    return jdbc.sql(
            """
            insert into organization (name, kind, region_code, level, party_type, words, created_at)
            values (:name, 'SERVICE_AGENCY', '371502000000', 'COUNTY', 'NONE', to_tsvector('simple', ''), :at)
            returning id
            """)
        .param("name", name)
        .param("at", LONG_AGO)
        .query(Long.class)
        .single();
  }

  public static SignedIn staff(JdbcClient jdbc, String username, String regionPrefix) {
    var id = account(jdbc, username, null);
    return new SignedIn(
        id, username, "李工", Set.of(Role.ORGANIZER), new Scope.Region(regionPrefix), null, false);
  }

  public static SignedIn representative(JdbcClient jdbc, String username, long organization) {
    var id = account(jdbc, username, organization);
    jdbc.sql(
            """
            insert into account_role (account_id, role, granted_at) values (:id, 'REPRESENTATIVE', :at)
            """)
        .param("id", id)
        .param("at", LONG_AGO)
        .update();
    return new SignedIn(
        id,
        username,
        "王代表",
        Set.of(Role.REPRESENTATIVE),
        new Scope.Own(organization),
        organization,
        false);
  }

  public static NeedDraft draft(String title, Visibility visibility) {
    return new NeedDraft(
        Direction.NEED,
        title,
        title + "，请予支持。",
        Kind.TRAINING,
        Field.ELDERLY,
        DONGCHANGFU,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        visibility);
  }

  public static Form form(Map<String, String> typed) {
    var filled = new java.util.HashMap<String, List<String>>();
    Map.of(
            "direction", "NEED",
            "subject", "护理员培训",
            "text", "希望组织一次护理员培训",
            "kind", "TRAINING",
            "field", "ELDERLY",
            "region", DONGCHANGFU,
            "visibility", "PUBLIC")
        .forEach((name, value) -> filled.put(name, List.of(value)));
    typed.forEach((name, value) -> filled.put(name, List.of(value)));
    return new Form(filled);
  }

  private static long account(
      JdbcClient jdbc, String username, @org.jspecify.annotations.Nullable Long organization) {
    return jdbc.sql(
            """
            insert into account (username, name, password_hash, password_initial, password_changed_at,
                                 organization_id, created_at)
            values (:username, :username, 'none', false, :at, :organization, :at)
            returning id
            """)
        .param("username", username)
        .param("organization", organization)
        .param("at", LONG_AGO)
        .query(Long.class)
        .single();
  }
}
