package org.yueyuetan.platform.disposition;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.yueyuetan.platform.talk.Party;
import org.yueyuetan.platform.talk.TalkStatus;

/** Turns rows into records. */
final class Rows {

  /** Who said it, as the reader is told. */
  static final String SPEAKER =
      """
      case when t.region_code like :readerRegion or o.organization_id = :scopeOrganization
           then o.speaker else coalesce(opinion_unit(o), '') end\
      """;

  /** Accepted opinions as {@link #matter} reads them; needs the parameters of a {@link Reader}. */
  static final String MATTER =
      """
      select o.id, o.text, o.talk_id, o.agenda_id, t.title as talk_title, t.month, t.status as talk_status, t.host, t.region_code,
             o.party, o.named, exists (
               select from opinion said
               where (said.id = o.id or said.merged_into = o.id)
                 and (said.organization_id is not null or said.invitation_id is not null)) as has_author,
             exists (
               select from opinion said
               where (said.id = o.id or said.merged_into = o.id) and said.organization_id = :scopeOrganization) as own,
      """
          + SPEAKER
          + """
           as speaker,
                 d.*, array(select c.kind || ':' || c.thing_id from disposition_citation c where c.opinion_id = d.opinion_id order by c.kind, c.thing_id) as cites
          from opinion o
          join talk t on t.id = o.talk_id
          left join disposition d on d.opinion_id = o.id
          """;

  private Rows() {}

  static Matter matter(ResultSet row, int n) throws SQLException {
    return new Matter(
        row.getLong("id"),
        row.getString("text"),
        row.getLong("talk_id"),
        maybeId(row, "agenda_id"),
        row.getString("talk_title"),
        YearMonth.from(row.getDate("month").toLocalDate()),
        TalkStatus.valueOf(row.getString("talk_status")),
        new Department(row.getString("host"), row.getString("region_code")),
        row.getString("region_code"),
        Party.valueOf(row.getString("party")),
        row.getString("speaker"),
        row.getBoolean("named"),
        row.getBoolean("has_author"),
        row.getBoolean("own"),
        row.getObject("opinion_id") == null ? Optional.empty() : Optional.of(disposition(row, n)));
  }

  static Disposition disposition(ResultSet row, int n) throws SQLException {
    return new Disposition(
        row.getLong("opinion_id"),
        new Department(row.getString("department"), row.getString("department_region")),
        row.getDate("due").toLocalDate(),
        DispositionStatus.valueOf(row.getString("status")),
        extension(row),
        reply(row),
        cites(row),
        verdict(row),
        instant(row, "assigned_at"),
        maybeInstant(row, "closed_at"),
        row.getInt("version"));
  }

  private static Optional<Disposition.Extension> extension(ResultSet row) throws SQLException {
    var due = row.getDate("asked_due");
    return due == null
        ? Optional.empty()
        : Optional.of(new Disposition.Extension(due.toLocalDate(), row.getString("asked_reason")));
  }

  private static Optional<Disposition.Reply> reply(ResultSet row) throws SQLException {
    var result = row.getString("result");
    return result == null
        ? Optional.empty()
        : Optional.of(
            new Disposition.Reply(
                Result.valueOf(result),
                row.getString("answer"),
                row.getString("reason"),
                row.getString("cited"),
                row.getString("cited_link"),
                instant(row, "answered_at")));
  }

  private static List<Cited.Ref> cites(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("cites").getArray())
        .flatMap(ref -> Cited.Ref.parse(ref).stream())
        .toList();
  }

  private static Optional<Disposition.Verdict> verdict(ResultSet row) throws SQLException {
    var rating = row.getString("rating");
    return rating == null
        ? Optional.empty()
        : Optional.of(
            new Disposition.Verdict(
                Rating.valueOf(rating), row.getString("remark"), instant(row, "rated_at")));
  }

  static OffsetDateTime sql(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Date sql(LocalDate day) {
    return Date.valueOf(day);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Optional<Instant> maybeInstant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static Optional<Long> maybeId(ResultSet row, String column) throws SQLException {
    var id = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(id);
  }
}
