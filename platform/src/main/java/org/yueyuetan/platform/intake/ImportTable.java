package org.yueyuetan.platform.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.form.Fault;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Imports as they stand in the database. */
@Component
class ImportTable {

  private static final String COLUMNS =
      """
      id, kind, file_name, status, total, fine, done, faults, remarks, preview, message, account_id, created_at
      """;

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  ImportTable(JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  long add(String kind, String fileName, byte[] content, Reading<?> reading, long account) {
    var fine = reading.faults().isEmpty();
    return jdbc.sql(
            """
            insert into intake (kind, file_name, content, status, total, fine, faults, remarks, preview, account_id, created_at)
            values (:kind, :fileName, :content, :status, :total, :fine, cast(:faults as jsonb), cast(:remarks as jsonb),
                    cast(:preview as jsonb), :account, :now)
            returning id
            """)
        .param("kind", kind)
        .param("fileName", fileName)
        .param("content", fine ? content : new byte[0])
        .param("status", (fine ? ImportStatus.PREVIEW : ImportStatus.FAULTY).name())
        .param("total", reading.rows().size())
        .param("fine", reading.fine())
        .param("faults", json.writeValueAsString(reading.faults()))
        .param("remarks", json.writeValueAsString(reading.remarks()))
        .param("preview", json.writeValueAsString(reading.preview()))
        .param("account", account)
        .param("now", now())
        .query(Long.class)
        .single();
  }

  Optional<Import> find(long id) {
    return jdbc.sql("select %s from intake where id = :id".formatted(COLUMNS))
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /** The latest imports of a person into a ledger. */
  List<Import> latest(String kind, long account, int limit) {
    return jdbc.sql(
            "select %s from intake where account_id = :account and kind = :kind order by id desc limit :limit"
                .formatted(COLUMNS))
        .param("account", account)
        .param("kind", kind)
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  byte[] content(long id) {
    return jdbc.sql("select content from intake where id = :id")
        .param("id", id)
        .query((row, n) -> row.getBytes(1))
        .single();
  }

  /** Moves an import on; false when it does not stand at {@code from} any more. */
  boolean move(long id, ImportStatus from, ImportStatus.Event event) {
    var to = ImportStatus.LIFE.next(from, event);
    return jdbc.sql(
                """
                update intake set status = :to,
                  done = case :to when 'DONE' then total when 'CONFIRMED' then 0 else done end,
                  content = case when :over then cast('' as bytea) else content end,
                  finished_at = case when :over then cast(:now as timestamptz) end
                where id = :id and status = :from
                """)
            .param("to", to.name())
            .param("over", to.over())
            .param("now", now())
            .param("id", id)
            .param("from", from.name())
            .update()
        == 1;
  }

  /** How far the storing is; false when the import was stopped. */
  boolean progress(long id, int done) {
    return jdbc.sql("update intake set done = :done where id = :id and status = 'CONFIRMED'")
            .param("done", done)
            .param("id", id)
            .update()
        == 1;
  }

  void tell(long id, String message) {
    jdbc.sql("update intake set message = :message where id = :id")
        .param("message", message)
        .param("id", id)
        .update();
  }

  void tell(long id, Reading<?> reading) {
    jdbc.sql(
            """
            update intake set fine = :fine, faults = cast(:faults as jsonb), remarks = cast(:remarks as jsonb)
            where id = :id
            """)
        .param("fine", reading.fine())
        .param("faults", json.writeValueAsString(reading.faults()))
        .param("remarks", json.writeValueAsString(reading.remarks()))
        .param("id", id)
        .update();
  }

  /** Forgets what people's files held, and gives up what nobody confirmed. */
  void forget(Duration age) {
    jdbc.sql(
            """
            update intake set
              status = case status when 'PREVIEW' then 'STOPPED' else status end,
              content = cast('' as bytea), faults = '[]', preview = cast(:none as jsonb)
            where created_at < :before and status <> 'CONFIRMED' and preview <> cast(:none as jsonb)
            """)
        .param("none", json.writeValueAsString(Preview.NONE))
        .param("before", Timestamp.from(clock.instant().minus(age)))
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private Import read(ResultSet row, int number) throws SQLException {
    return new Import(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("file_name"),
        ImportStatus.valueOf(row.getString("status")),
        row.getInt("total"),
        row.getInt("fine"),
        row.getInt("done"),
        json.readValue(row.getString("faults"), new TypeReference<List<CellFault>>() {}),
        json.readValue(row.getString("remarks"), new TypeReference<List<Fault>>() {}),
        json.readValue(row.getString("preview"), Preview.class),
        row.getString("message"),
        row.getLong("account_id"),
        row.getTimestamp("created_at").toInstant());
  }
}
