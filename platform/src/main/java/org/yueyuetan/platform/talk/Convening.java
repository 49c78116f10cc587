package org.yueyuetan.platform.talk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.organization.Kind;
import org.yueyuetan.platform.organization.Level;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.organization.Recipient;

/** Calls a talk together: lists whom to invite, sends the invitations, reminds. */
@Component
public class Convening {

  private static final Duration BETWEEN_REMINDERS = Duration.ofHours(12);

  private record Listed(long id, String name, Party party) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final TalkMoves moves;
  private final Invitations invitations;
  private final Seats seats;
  private final Codes codes;
  private final Calls calls;
  private final Organizations organizations;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Convening(
      JdbcClient jdbc,
      Clock clock,
      TalkMoves moves,
      Invitations invitations,
      Seats seats,
      Codes codes,
      Calls calls,
      Organizations organizations,
      Audit audit,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.moves = moves;
    this.invitations = invitations;
    this.seats = seats;
    this.codes = codes;
    this.calls = calls;
    this.organizations = organizations;
    this.audit = audit;
    this.events = events;
  }

  /** As {@link #list(long, Collection, String, SignedIn)}, with nothing to say. */
  @Transactional
  public int list(long talk, Collection<Long> ids, SignedIn me) {
    return list(talk, ids, "", me);
  }

  /**
   * Puts organizations on the list; those that are on it stay as they are.
   *
   * @param reason why, where the list is kept by a rule; see {@link ListKept}
   * @return how many are new
   */
  @Transactional
  public int list(long talk, Collection<Long> ids, String reason, SignedIn me) {
    if (ids.isEmpty()) {
      return 0;
    }
    lockAhead(talk, me);
    var found =
        jdbc.sql(
                """
                select id, name, kind, level from organization
                where id in (:ids) and active and region_code like :scopeRegion
                order by id
                """)
            .param("ids", ids)
            .params(me.scope().parameters())
            .query((row, n) ->
                new Listed(
                    row.getLong("id"),
                    row.getString("name"),
                    Party.of(
                        Kind.valueOf(row.getString("kind")),
                        Level.valueOf(row.getString("level")))))
            .list();
    if (found.size() < ids.stream().distinct().count()) {
      throw new NotFound("organization", ids);
    }
    var fresh = codes.draw(talk, found.size()).iterator();
    var added = found.stream().filter(one -> insert(talk, one, fresh.next())).toList();
    if (!added.isEmpty()) {
      audit.changed(
          "list", "talk", talk, null, Map.of("units", added.stream().map(Listed::name).toList()));
      events.publishEvent(
          new UnitsListed(talk, added.stream().map(Listed::id).toList(), reason, me));
    }
    return added.size();
  }

  /** As {@link #add(long, InvitationDraft, String, SignedIn)}, with nothing to say. */
  @Transactional
  public long add(long talk, InvitationDraft draft, SignedIn me) {
    return add(talk, draft, "", me);
  }

  /**
   * Puts a guest on the list who is not in the registry.
   *
   * @param reason as of {@link #list(long, Collection, String, SignedIn)}
   */
  @Transactional
  public long add(long talk, InvitationDraft draft, String reason, SignedIn me) {
    lockAhead(talk, me);
    var id =
        jdbc.sql(
                """
                insert into invitation (talk_id, unit, party, contact, email, phone, status, code)
                values (:talk, :unit, :party, :contact, :email, :phone, 'LISTED', :code)
                returning id
                """)
            .param("talk", talk)
            .param("unit", draft.unit())
            .param("party", draft.party().name())
            .param("contact", draft.contact())
            .param("email", draft.email())
            .param("phone", draft.phone())
            .param("code", codes.draw(talk, 1).getFirst())
            .query(Long.class)
            .single();
    audit.changed("list", "talk", talk, null, Map.of("units", List.of(draft.unit())));
    events.publishEvent(new GuestListed(talk, draft.party(), reason, me));
    return id;
  }

  /** As {@link #remove(long, long, String, SignedIn)}, with nothing to say. */
  @Transactional
  public void remove(long talk, long invitation, SignedIn me) {
    remove(talk, invitation, "", me);
  }

  /**
   * Takes a unit off the list. Those who had been told are told again, and a seat goes to whoever
   * waits.
   *
   * @param reason as of {@link #list(long, Collection, String, SignedIn)}
   */
  @Transactional
  public void remove(long talk, long invitation, String reason, SignedIn me) {
    var locked = lockAhead(talk, me);
    var gone = required(talk, invitation);
    if (gone.isCheckedIn()) {
      throw new NotFound("invitation not used", invitation);
    }
    events.publishEvent(new GuestUnlisted(talk, invitation));
    jdbc.sql("delete from invitation where id = :id").param("id", invitation).update();
    audit.changed(
        "unlist", "talk", talk, Map.of("unit", gone.unit(), "status", gone.status()), null);
    events.publishEvent(new UnitUnlisted(talk, gone, reason, me));
    if (gone.status() == InvitationStatus.INVITED || gone.status().saidYes()) {
      calls.uninvited(locked, gone);
    }
    seats.fill(locked);
  }

  @Transactional
  public void seat(long talk, long invitation, Party party, SignedIn me) {
    moves.lockOpen(me, talk);
    var before = required(talk, invitation);
    jdbc.sql("update invitation set party = :party, version = version + 1 where id = :id")
        .param("party", party.name())
        .param("id", invitation)
        .update();
    audit.changed(
        "seat", "invitation", invitation, Map.of("party", before.party()), Map.of("party", party));
  }

  /**
   * Sends the invitation to everybody on the list who has not had one. The first sending convenes
   * the talk.
   *
   * @return how many went out
   */
  @Transactional
  public int send(long talk, Instant answerBy, SignedIn me) {
    var locked = lockAhead(talk, me);
    var listed =
        invitations.of(talk).stream()
            .filter(one -> one.status() == InvitationStatus.LISTED)
            .toList();
    if (listed.isEmpty() || !clock.instant().isBefore(locked.startsAt())) {
      return 0;
    }
    jdbc.sql(
            "update talk set answer_by = :answerBy, convened_at = coalesce(convened_at, :now) where id = :id")
        .param("answerBy", Rows.sql(answerBy))
        .param("now", Rows.sql(clock.instant()))
        .param("id", talk)
        .update();
    var first = locked.status() == TalkStatus.PLANNED;
    if (first) {
      moves.move(locked, TalkMove.CONVENE, "", me.name());
    }
    complete(listed);
    jdbc.sql(
            """
            update invitation set status = 'INVITED', invited_at = :now, version = version + 1
            where talk_id = :talk and status = 'LISTED'
            """)
        .param("talk", talk)
        .param("now", Rows.sql(clock.instant()))
        .update();
    var ids = listed.stream().map(Invitation::id).collect(Collectors.toSet());
    calls.invited(
        moves.lock(talk),
        invitations.of(talk).stream().filter(one -> ids.contains(one.id())).toList());
    audit.changed(
        "invite",
        "talk",
        talk,
        null,
        Map.of("units", listed.stream().map(Invitation::unit).toList()));
    if (first) {
      events.publishEvent(new TalkConvened(talk, locked.title(), locked.theme()));
    }
    return listed.size();
  }

  /**
   * Reminds those who have not answered; whoever was reminded within the last hours is left in
   * peace.
   *
   * @return how many were reminded
   */
  @Transactional
  public int remind(long talk, SignedIn me) {
    var locked = moves.lockInCharge(me, talk);
    if (!locked.takesAnswers(clock.instant())) {
      throw new AnswersClosed(talk);
    }
    var before = clock.instant().minus(BETWEEN_REMINDERS);
    var silent =
        invitations.of(talk).stream()
            .filter(one -> one.status() == InvitationStatus.INVITED)
            .filter(one -> one.remindedAt().or(one::invitedAt).filter(before::isBefore).isEmpty())
            .toList();
    remind(locked, silent);
    audit.changed(
        "remind",
        "talk",
        talk,
        null,
        Map.of("units", silent.stream().map(Invitation::unit).toList()));
    return silent.size();
  }

  void remind(Talk talk, List<Invitation> silent) {
    if (silent.isEmpty()) {
      return;
    }
    jdbc.sql("update invitation set reminded_at = :now where id in (:ids)")
        .param("now", Rows.sql(clock.instant()))
        .param("ids", silent.stream().map(Invitation::id).toList())
        .update();
    calls.reminded(talk, silent);
  }

  /** Writes down whom the invitation goes to: the organization's first contact, as known today. */
  private void complete(List<Invitation> listed) {
    var ids = listed.stream().flatMap(one -> one.organization().stream()).toList();
    if (ids.isEmpty()) {
      return;
    }
    var known =
        organizations.recipients(ids).stream()
            .collect(Collectors.toMap(Recipient::organization, Function.identity()));
    for (var one : listed) {
      one.organization()
          .flatMap(id -> Optional.ofNullable(known.get(id)))
          .ifPresent(to -> address(one.id(), to));
    }
  }

  private void address(long invitation, Recipient to) {
    jdbc.sql(
            "update invitation set contact = :contact, email = :email, phone = :phone where id = :id")
        .param("contact", to.contact().orElse(""))
        .param("email", to.email().orElse(""))
        .param("phone", to.phone().orElse(""))
        .param("id", invitation)
        .update();
  }

  private boolean insert(long talk, Listed organization, String code) {
    return jdbc.sql(
                """
                insert into invitation (talk_id, organization_id, unit, party, status, code)
                values (:talk, :organization, :unit, :party, 'LISTED', :code)
                on conflict (talk_id, organization_id) where organization_id is not null do nothing
                """)
            .param("talk", talk)
            .param("organization", organization.id())
            .param("unit", organization.name())
            .param("party", organization.party().name())
            .param("code", code)
            .update()
        > 0;
  }

  /** The list may change until the talk has been held. */
  private Talk lockAhead(long talk, SignedIn me) {
    var locked = moves.lockInCharge(me, talk);
    if (!locked.status().isAhead()) {
      throw new AnswersClosed(talk);
    }
    return locked;
  }

  private Invitation required(long talk, long invitation) {
    return invitations
        .find(talk, invitation)
        .orElseThrow(() -> new NotFound("invitation", invitation));
  }
}
