package org.yueyuetan.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.ObjectMapper;

/** Keeps the audit trail in a table that the database itself refuses to change. */
@Component
class AuditTrail implements Audit {

  /** What an auditor looks for; empty parts match all. {@code until} is included. */
  record Filter(
      String actor,
      String action,
      String kind,
      String object,
      Optional<LocalDate> from,
      Optional<LocalDate> until) {}

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  AuditTrail(JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void changed(
      String action, String kind, Object id, @Nullable Object before, @Nullable Object after) {
    write(currentActor(), currentActorId(), action, kind, id, true, before, after);
  }

  @Override
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void opened(String kind, Object id) {
    write(currentActor(), currentActorId(), "open", kind, id, true, null, null);
  }

  /** Sign-ins happen before there is a signed-in person: the name is what was typed. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void signIn(String action, String username, @Nullable Long account, boolean success) {
    write(
        username,
        account,
        action,
        "account",
        account == null ? username : account,
        success,
        null,
        null);
  }

  List<AuditEntry> search(Filter filter, Optional<Long> after, int limit) {
    var where = new StringBuilder("id < :after");
    var parameters = new HashMap<String, Object>();
    parameters.put("after", after.orElse(Long.MAX_VALUE));
    parameters.put("limit", limit);
    if (!filter.actor().isEmpty()) {
      where.append(" and position(lower(:actor) in lower(actor)) > 0");
      parameters.put("actor", filter.actor());
    }
    if (!filter.action().isEmpty()) {
      where.append(" and action = :action");
      parameters.put("action", filter.action());
    }
    if (!filter.kind().isEmpty()) {
      where.append(" and object_kind = :kind");
      parameters.put("kind", filter.kind());
    }
    if (!filter.object().isEmpty()) {
      where.append(" and object_id = :object");
      parameters.put("object", filter.object());
    }
    filter
        .from()
        .ifPresent(day -> {
          where.append(" and at >= :from");
          parameters.put("from", startOf(day));
        });
    filter
        .until()
        .ifPresent(day -> {
          where.append(" and at < :until");
          parameters.put("until", startOf(day.plusDays(1)));
        });
    return jdbc.sql(
            """
            select id, at, actor, address, action, object_kind, object_id, success, before, after
            from audit_entry where %s order by id desc limit :limit
            """
                .formatted(where))
        .params(parameters)
        .query((row, n) ->
            new AuditEntry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("address"),
                row.getString("action"),
                row.getString("object_kind"),
                row.getString("object_id"),
                row.getBoolean("success"),
                Optional.ofNullable(row.getString("before")),
                Optional.ofNullable(row.getString("after"))))
        .list();
  }

  /** The actions that occur, for the filter's choices: from one to the next along the index. */
  List<String> actions() {
    return jdbc.sql(
            """
            with recursive known (word) as (
              (select action from audit_entry order by action limit 1)
              union all
              select (select action from audit_entry where action > known.word order by action limit 1)
              from known where known.word is not null)
            select word from known where word is not null
            """)
        .query(String.class)
        .list();
  }

  /** The kinds of objects that occur. */
  List<String> kinds() {
    return jdbc.sql(
            """
            with recursive known (word) as (
              (select object_kind from audit_entry order by object_kind limit 1)
              union all
              select (select object_kind from audit_entry where object_kind > known.word order by object_kind limit 1)
              from known where known.word is not null)
            select word from known where word is not null
            """)
        .query(String.class)
        .list();
  }

  private Timestamp startOf(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
  }

  private void write(
      String actor,
      @Nullable Long actorId,
      String action,
      String kind,
      Object id,
      boolean success,
      @Nullable Object before,
      @Nullable Object after) {
    jdbc.sql(
            """
            insert into audit_entry (at, actor_id, actor, address, action, object_kind, object_id, success, before, after)
            values (:at, :actorId, :actor, :address, :action, :kind, :object, :success,
                    cast(:before as jsonb), cast(:after as jsonb))
            """)
        .param("at", Timestamp.from(clock.instant()))
        .param("actorId", actorId)
        .param("actor", actor)
        .param("address", currentAddress())
        .param("action", action)
        .param("kind", kind)
        .param("object", String.valueOf(id))
        .param("success", success)
        .param("before", before == null ? null : json.writeValueAsString(before))
        .param("after", after == null ? null : json.writeValueAsString(after))
        .update();
  }

  private static String currentActor() {
    return SignedIn.current().map(me -> me.name() + "（" + me.username() + "）").orElse("system");
  }

  private static @Nullable Long currentActorId() {
    return SignedIn.current().map(SignedIn::id).orElse(null);
  }

  private static String currentAddress() {
    return RequestContextHolder.getRequestAttributes()
            instanceof ServletRequestAttributes attributes
        ? addressOf(attributes.getRequest())
        : "";
  }

  private static String addressOf(HttpServletRequest request) {
    var address = request.getRemoteAddr();
    return address == null ? "" : address;
  }
}
