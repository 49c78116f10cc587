package org.yueyuetan.platform.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** How rows of the database become values of this room, and back. */
final class Rows {

  private Rows() {}

  static OffsetDateTime sql(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Optional<Instant> maybe(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static Optional<LocalDate> maybeDate(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }

  static Optional<Long> maybeId(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, Long.class));
  }
}
