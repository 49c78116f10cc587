package org.yueyuetan.platform.talk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.organization.Organization;
import org.yueyuetan.platform.organization.Organizations;

/**
 * The list at the door: staff tick who came, note who came without an invitation, and who came
 * instead.
 */
@Component
public class Guests {

  private static final String COLUMNS =
      """
      select id, unit, party, status, coalesce(nullif(attendee, ''), contact) as attendee,
             coalesce(nullif(attendee_phone, ''), phone) as attendee_phone, substitute, walk_in,
             checked_in_at, checked_in_by, version
      from invitation
      """;

  private static final String PARTIES =
      Arrays.stream(Party.values()).map(Party::name).collect(Collectors.joining(","));

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Desk desk;
  private final TalkMoves moves;
  private final Invitations invitations;
  private final Arrivals arrivals;
  private final Organizations organizations;
  private final Codes codes;
  private final Audit audit;

  Guests(
      JdbcClient jdbc,
      Clock clock,
      Desk desk,
      TalkMoves moves,
      Invitations invitations,
      Arrivals arrivals,
      Organizations organizations,
      Codes codes,
      Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.desk = desk;
    this.moves = moves;
    this.invitations = invitations;
    this.arrivals = arrivals;
    this.organizations = organizations;
    this.codes = codes;
    this.audit = audit;
  }

  /**
   * By party, those who said yes first. {@code query} is part of a unit's name, a person's name or
   * a phone number.
   */
  public List<Guest> list(SignedIn me, long talk, String query) {
    desk.open(me, talk);
    return jdbc.sql(
            COLUMNS
                + """
                where talk_id = :talk
                  and (:query = '' or strpos(lower(concat_ws(' ', unit, contact, attendee, phone, attendee_phone)), lower(:query)) > 0)
                order by array_position(string_to_array(:parties, ','), party), status not in ('ACCEPTED', 'WAITING'), unit, id
                """)
        .param("talk", talk)
        .param("query", query)
        .param("parties", PARTIES)
        .query(this::guest)
        .list();
  }

  /** Those who may be named as speaking or promising: who said yes, those in the room first. */
  public List<Guest> whoMaySpeak(SignedIn me, long talk) {
    return list(me, talk, "").stream()
        .filter(guest -> guest.status() == InvitationStatus.ACCEPTED)
        .sorted(Comparator.comparing(guest -> !guest.isPresent()))
        .toList();
  }

  public Guest find(SignedIn me, long talk, long guest) {
    desk.open(me, talk);
    return guest(talk, guest);
  }

  /** As {@link #find}, with the phone number in full: that is on record. */
  Guest reveal(SignedIn me, long talk, long guest) {
    var found = find(me, talk, guest);
    audit.opened("invitation", guest);
    return found;
  }

  public Presence presence(long talk) {
    return new Presence(
        jdbc.sql(
                """
                select party, sum(coming) as coming, sum(present) as present, sum(minimum) as minimum
                from (select party, (status = 'ACCEPTED')::int as coming, (checked_in_at is not null)::int as present,
                             0 as minimum
                      from invitation where talk_id = :talk
                      union all
                      select party, 0, 0, minimum from talk_quorum where talk_id = :talk) counted
                group by party
                having sum(coming) + sum(present) + sum(minimum) > 0
                order by array_position(string_to_array(:parties, ','), party)
                """)
            .param("talk", talk)
            .param("parties", PARTIES)
            .query((row, n) ->
                new Presence.OfParty(
                    Party.valueOf(row.getString("party")),
                    row.getInt("coming"),
                    row.getInt("present"),
                    row.getInt("minimum")))
            .list());
  }

  /** Ticks a guest as present. Doing it twice does nothing. */
  @Transactional
  public void tick(SignedIn me, long talk, long guest) {
    takesGuests(me, talk);
    arrivals.note(invitation(talk, guest), "", me.name());
  }

  @Transactional
  public void untick(SignedIn me, long talk, long guest) {
    takesGuests(me, talk);
    arrivals.takeBack(invitation(talk, guest));
  }

  /**
   * Notes somebody who came without an invitation, as present. Doing it twice notes them once.
   *
   * @return the guest; when they or their organization were on the list already, that one, now
   *     ticked
   */
  @Transactional
  public long walkIn(SignedIn me, long talk, WalkIn walkIn) {
    takesGuests(me, talk);
    var organization = organizations.byName(walkIn.unit()).map(Organization::id);
    var listed =
        organization
            .flatMap(id -> invitations.ofOrganization(talk, id))
            .or(() -> noted(talk, walkIn));
    if (listed.isPresent()) {
      arrivals.note(listed.get(), walkIn.attendee(), me.name());
      return listed.get().id();
    }
    var id =
        jdbc.sql(
                """
                insert into invitation (talk_id, organization_id, unit, party, status, attendee, attendee_phone, code,
                                        walk_in, answered_at, checked_in_at, checked_in_by)
                values (:talk, :organization, :unit, :party, 'ACCEPTED', :attendee, :phone, :code,
                        true, :now, :now, :by)
                returning id
                """)
            .param("talk", talk)
            .param("organization", organization.orElse(null))
            .param("unit", walkIn.unit())
            .param("party", walkIn.party().name())
            .param("attendee", walkIn.attendee())
            .param("phone", walkIn.phone())
            .param("code", codes.draw(talk, 1).getFirst())
            .param("now", Rows.sql(clock.instant()))
            .param("by", me.name())
            .query(Long.class)
            .single();
    audit.changed("walkIn", "invitation", id, null, Map.of("talk", talk, "unit", walkIn.unit()));
    return id;
  }

  /** What a guest noted at the door types into the phone to take part in the room. */
  String code(SignedIn me, long talk, long guest) {
    takesGuests(me, talk);
    return invitation(talk, guest).code();
  }

  /** Notes who came for a unit, perhaps instead of the person named before. */
  @Transactional
  public void rename(SignedIn me, long talk, long guest, int version, Attendee attendee) {
    takesGuests(me, talk);
    var before = guest(talk, guest);
    var written =
        jdbc.sql(
                """
                update invitation
                set attendee = :name, attendee_phone = :phone, substitute = :substitute, version = version + 1
                where id = :id and talk_id = :talk and version = :version
                """)
            .param("id", guest)
            .param("talk", talk)
            .param("version", version)
            .param("name", attendee.name())
            .param("phone", attendee.phone())
            .param("substitute", attendee.substitute())
            .update();
    if (written == 0) {
      throw new EditedElsewhere("invitation", guest);
    }
    audit.changed(
        "change",
        "invitation",
        guest,
        Map.of("attendee", before.attendee(), "substitute", before.substitute()),
        Map.of("attendee", attendee.name(), "substitute", attendee.substitute()));
  }

  private Optional<Invitation> noted(long talk, WalkIn walkIn) {
    return jdbc.sql(
            """
            select * from invitation
            where talk_id = :talk and walk_in and unit = :unit and attendee = :attendee
            order by id limit 1
            """)
        .param("talk", talk)
        .param("unit", walkIn.unit())
        .param("attendee", walkIn.attendee())
        .query(Rows::invitation)
        .optional();
  }

  private void takesGuests(SignedIn me, long talk) {
    DayWork.GUESTS.require(moves.lockInCharge(me, talk));
  }

  private Invitation invitation(long talk, long guest) {
    return invitations.find(talk, guest).orElseThrow(() -> new NotFound("invitation", guest));
  }

  private Guest guest(long talk, long guest) {
    return jdbc.sql(COLUMNS + "where talk_id = :talk and id = :id")
        .param("talk", talk)
        .param("id", guest)
        .query(this::guest)
        .optional()
        .orElseThrow(() -> new NotFound("invitation", guest));
  }

  private Guest guest(ResultSet row, int n) throws SQLException {
    return new Guest(
        row.getLong("id"),
        row.getString("unit"),
        Party.valueOf(row.getString("party")),
        InvitationStatus.valueOf(row.getString("status")),
        row.getString("attendee"),
        row.getString("attendee_phone"),
        row.getBoolean("substitute"),
        row.getBoolean("walk_in"),
        Rows.maybeInstant(row, "checked_in_at").map(at -> at.atZone(clock.getZone()).toLocalTime()),
        row.getString("checked_in_by"),
        row.getInt("version"));
  }
}
