package org.yueyuetan.platform.talk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Turns rows of the talk tables into records. */
final class Rows {

  /** Talks as {@link #talk} reads them: {@code forms} are separated by commas. */
  static final String TALK =
      """
      select t.*, coalesce((select string_agg(f.form, ',') from talk_form f where f.talk_id = t.id), '') as forms
      from talk t
      """;

  private Rows() {}

  static Talk talk(ResultSet row, int n) throws SQLException {
    return new Talk(
        row.getLong("id"),
        YearMonth.from(row.getDate("month").toLocalDate()),
        row.getInt("number"),
        row.getString("title"),
        row.getString("question"),
        maybeId(row, "theme_id"),
        row.getString("region_code"),
        TalkStatus.valueOf(row.getString("status")),
        forms(row.getString("forms")),
        instant(row, "starts_at"),
        instant(row, "ends_at"),
        row.getString("place"),
        row.getString("address"),
        row.getInt("capacity"),
        row.getString("host"),
        row.getString("minutes"),
        row.getString("conclusion"),
        maybeInstant(row, "answer_by"),
        maybeInstant(row, "convened_at"),
        row.getBoolean("sample"),
        row.getInt("version"));
  }

  static Invitation invitation(ResultSet row, int n) throws SQLException {
    return new Invitation(
        row.getLong("id"),
        row.getLong("talk_id"),
        maybeId(row, "organization_id"),
        row.getString("unit"),
        Party.valueOf(row.getString("party")),
        row.getString("contact"),
        row.getString("email"),
        row.getString("phone"),
        InvitationStatus.valueOf(row.getString("status")),
        row.getString("attendee"),
        row.getString("attendee_phone"),
        row.getBoolean("substitute"),
        row.getString("reason"),
        row.getString("code"),
        maybeInstant(row, "invited_at"),
        maybeInstant(row, "answered_at"),
        maybeInstant(row, "reminded_at"),
        maybeInstant(row, "checked_in_at"),
        row.getString("checked_in_by"),
        row.getInt("version"));
  }

  static Commitment commitment(ResultSet row, int n) throws SQLException {
    return new Commitment(
        row.getLong("id"),
        row.getLong("talk_id"),
        maybeId(row, "organization_id"),
        row.getString("who"),
        row.getString("email"),
        row.getString("what"),
        row.getDate("due").toLocalDate(),
        CommitmentStatus.valueOf(row.getString("status")),
        row.getString("report"),
        maybeInstant(row, "ended_at"),
        instant(row, "created_at"),
        row.getInt("version"));
  }

  static OffsetDateTime sql(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Optional<Instant> maybeInstant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static Optional<Long> maybeId(ResultSet row, String column) throws SQLException {
    var id = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(id);
  }

  private static Set<TalkForm> forms(String joined) {
    var forms = EnumSet.noneOf(TalkForm.class);
    Arrays.stream(joined.split(","))
        .filter(name -> !name.isEmpty())
        .map(TalkForm::valueOf)
        .forEach(forms::add);
    return forms;
  }
}
