package org.yueyuetan.platform.talk;

import java.sql.Date;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;

/**
 * Answers questions about talks.
 *
 * <p>Who sees a talk: staff of its region always, everyone once it was convened.
 */
@Component
public class Talks {

  /** An invitation together with its talk. */
  public record Called(Talk talk, Invitation invitation) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  Talks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public Optional<Talk> find(Scope scope, long id) {
    return jdbc.sql(
            Rows.TALK
                + """
                where t.id = :id
                  and (t.region_code like :scopeRegion or t.convened_at is not null and :scopePublished)
                """)
        .param("id", id)
        .params(scope.parameters())
        .query(Rows::talk)
        .optional();
  }

  /**
   * For those who hold an invitation, and for what is published about a talk before it is convened:
   * they see the talk whatever their scope.
   */
  public Optional<Talk> byId(long id) {
    return jdbc.sql(Rows.TALK + "where t.id = :id").param("id", id).query(Rows::talk).optional();
  }

  /**
   * The talk, if the person may work on it; a talk that they may merely read counts as not found.
   */
  public Talk inCharge(SignedIn me, long id) {
    return find(me.scope(), id)
        .filter(talk -> mayRun(me, talk))
        .orElseThrow(() -> new NotFound("talk", id));
  }

  /** As {@link #inCharge}, as long as the talk has not been held: plan and list may change. */
  Talk ahead(SignedIn me, long id) {
    return inChargeOf(me, id, TalkStatus::isAhead);
  }

  /** As {@link #inCharge}, as long as the talk is not over. */
  Talk ongoing(SignedIn me, long id) {
    return inChargeOf(me, id, status -> !status.isOver());
  }

  private Talk inChargeOf(SignedIn me, long id, Predicate<TalkStatus> stage) {
    return Optional.of(inCharge(me, id))
        .filter(talk -> stage.test(talk.status()))
        .orElseThrow(() -> new NotFound("talk at this stage", id));
  }

  /** Whether the person runs this talk: bureau staff of its region. */
  public boolean mayRun(SignedIn me, Talk talk) {
    return me.is(Role.ORGANIZER) && covers(me.scope(), talk);
  }

  /** Whether the person may see everything about this talk, names and codes included. */
  public boolean mayReadAll(SignedIn me, Talk talk) {
    return (me.is(Role.ORGANIZER) || me.is(Role.AUDITOR)) && covers(me.scope(), talk);
  }

  private static boolean covers(Scope scope, Talk talk) {
    return scope instanceof Scope.Region(var prefix) && talk.regionCode().startsWith(prefix);
  }

  /** The month's talk that is not cancelled; of several the first. */
  public Optional<Talk> ofMonth(YearMonth month) {
    return allOfMonth(month).stream().findFirst();
  }

  /** Talks of a month that are not cancelled, by number. */
  public List<Talk> allOfMonth(YearMonth month) {
    return jdbc.sql(
            Rows.TALK
                + """
                where t.month = :month and t.status <> 'CANCELLED'
                order by t.number
                """)
        .param("month", Date.valueOf(month.atDay(1)))
        .query(Rows::talk)
        .list();
  }

  /** Talks of a year that are not cancelled, by number, as far as they may be seen. */
  public List<Talk> ofYear(Scope scope, int year) {
    return jdbc.sql(
            Rows.TALK
                + """
                where t.year = :year and t.status <> 'CANCELLED'
                  and (t.region_code like :scopeRegion or t.convened_at is not null and :scopePublished)
                order by t.number
                """)
        .params(scope.parameters())
        .param("year", year)
        .query(Rows::talk)
        .list();
  }

  /**
   * Newest first; {@code after} is the last id of the page before, that is, of the talk that starts
   * last.
   */
  public List<Talk> list(Scope scope, Optional<Long> after, int limit) {
    return jdbc.sql(
            Rows.TALK
                + """
                where (t.region_code like :scopeRegion or t.convened_at is not null and :scopePublished)
                  and (:after = 0 or (t.starts_at, t.id) < (select l.starts_at, l.id from talk l where l.id = :after))
                order by t.starts_at desc, t.id desc
                limit :limit
                """)
        .params(scope.parameters())
        .param("after", after.orElse(0L))
        .param("limit", limit)
        .query(Rows::talk)
        .list();
  }

  /** Talks that took place, newest first, as the public sees them. */
  public List<Talk> held(int limit) {
    return jdbc.sql(
            Rows.TALK
                + """
                where t.status in ('HELD', 'FOLLOWING_UP', 'CLOSED')
                order by t.starts_at desc, t.id desc
                limit :limit
                """)
        .param("limit", limit)
        .query(Rows::talk)
        .list();
  }

  /** The next talk that the public knows of. */
  public Optional<Talk> next() {
    return jdbc.sql(
            Rows.TALK
                + """
                where t.status = 'CONVENING' and t.ends_at > :now
                order by t.starts_at, t.id
                limit 1
                """)
        .param("now", Rows.sql(clock.instant()))
        .query(Rows::talk)
        .optional();
  }

  public Attendance attendance(long talk) {
    return attendances(List.of(talk)).getOrDefault(talk, Attendance.NONE);
  }

  /** By talk; a talk without invitations has none. */
  public Map<Long, Attendance> attendances(Collection<Long> talks) {
    var found = new HashMap<Long, Attendance>();
    if (talks.isEmpty()) {
      return found;
    }
    jdbc.sql(
            """
            select talk_id,
                   count(*) filter (where status = 'LISTED') as listed,
                   count(*) filter (where status <> 'LISTED') as invited,
                   count(*) filter (where status = 'ACCEPTED') as accepted,
                   count(*) filter (where status = 'WAITING') as waiting,
                   count(*) filter (where status in ('DECLINED', 'WITHDRAWN')) as declined,
                   count(*) filter (where status = 'INVITED') as open,
                   count(checked_in_at) as checked_in
            from invitation
            where talk_id in (:talks)
            group by talk_id
            """)
        .param("talks", talks)
        .query(row -> {
          found.put(
              row.getLong("talk_id"),
              new Attendance(
                  row.getInt("listed"),
                  row.getInt("invited"),
                  row.getInt("accepted"),
                  row.getInt("waiting"),
                  row.getInt("declined"),
                  row.getInt("open"),
                  row.getInt("checked_in")));
        });
    return found;
  }

  /** Invitations that an organization was told of, newest first. */
  public List<Called> myInvitations(long organization) {
    var invitations =
        jdbc.sql(
                """
                select i.* from invitation i join talk t on t.id = i.talk_id
                where i.organization_id = :organization and i.status <> 'LISTED'
                order by t.starts_at desc, i.id desc
                limit 50
                """)
            .param("organization", organization)
            .query(Rows::invitation)
            .list();
    if (invitations.isEmpty()) {
      return List.of();
    }
    var talks =
        jdbc.sql(Rows.TALK + "where t.id in (:ids)")
            .param("ids", invitations.stream().map(Invitation::talk).toList())
            .query(Rows::talk)
            .list();
    return invitations.stream()
        .flatMap(invitation ->
            talks.stream()
                .filter(talk -> talk.id() == invitation.talk())
                .map(talk -> new Called(talk, invitation)))
        .toList();
  }
}
