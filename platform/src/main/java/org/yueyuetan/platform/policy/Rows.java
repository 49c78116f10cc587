package org.yueyuetan.platform.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/** Turns rows into records. */
final class Rows {

  private Rows() {}

  static Policy policy(ResultSet row, int n) throws SQLException {
    return new Policy(
        row.getLong("id"),
        Genre.valueOf(row.getString("genre")),
        row.getString("title"),
        row.getString("region_code"),
        row.getString("addressee"),
        row.getString("copies"),
        row.getString("cover"),
        row.getString("attendance"),
        Disclosure.valueOf(row.getString("disclosure")),
        day(row, "expires_on"),
        PolicyStatus.valueOf(row.getString("status")),
        round(row),
        id(row, "predecessor_id"),
        id(row, "successor_id"),
        row.getString("drafter"),
        row.getString("signer"),
        day(row, "signed_on"),
        day(row, "sealed_on"),
        row.getString("number"),
        row.getString("publisher"),
        instant(row, "issued_at"),
        instant(row, "ended_at"),
        row.getString("end_reason"),
        row.getDate("review_told_on") != null,
        row.getBoolean("sample"),
        Arrays.asList((Long[]) row.getArray("talks").getArray()),
        id(row, "created_by"),
        id(row, "submitted_by"),
        row.getInt("version"),
        row.getInt("stand"));
  }

  private static Optional<Policy.CommentRound> round(ResultSet row) throws SQLException {
    var until = day(row, "comments_until");
    return until.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Policy.CommentRound(
                until.get(),
                row.getBoolean("comments_open"),
                row.getString("asked_kind"),
                row.getString("asked_field"),
                row.getString("asked_region")));
  }

  static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }

  private static Optional<Long> id(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, Long.class));
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
