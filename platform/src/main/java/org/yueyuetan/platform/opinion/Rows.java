package org.yueyuetan.platform.opinion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.yueyuetan.platform.talk.Party;

/** Turns rows of the opinion tables into records. */
final class Rows {

  private Rows() {}

  static Opinion opinion(ResultSet row, int n) throws SQLException {
    return new Opinion(
        row.getLong("id"),
        row.getLong("talk_id"),
        maybeId(row, "agenda_id"),
        maybeId(row, "organization_id"),
        maybeId(row, "invitation_id"),
        row.getString("speaker"),
        Party.valueOf(row.getString("party")),
        row.getString("text"),
        row.getBoolean("named"),
        OpinionStatus.valueOf(row.getString("status")),
        maybeId(row, "merged_into"),
        row.getString("reason"),
        Opinion.Origin.valueOf(row.getString("origin")),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getInt("version"));
  }

  static OffsetDateTime sql(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Optional<Long> maybeId(ResultSet row, String column) throws SQLException {
    var id = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(id);
  }
}
