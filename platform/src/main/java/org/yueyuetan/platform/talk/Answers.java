package org.yueyuetan.platform.talk;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.account.Tokens;
import org.yueyuetan.platform.form.NotFound;

/**
 * Takes answers to invitations, by the link in the mail, from a signed-in representative or told to
 * staff by phone.
 */
@Component
public class Answers {

  static final String PURPOSE = "answer";

  /** A link shows who comes and the check-in code: it ends soon after the talk. */
  private static final Duration LINK_OUTLIVES_TALK = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Talks talks;
  private final TalkMoves moves;
  private final Invitations invitations;
  private final Seats seats;
  private final Tokens tokens;
  private final Audit audit;

  Answers(
      JdbcClient jdbc,
      Clock clock,
      Talks talks,
      TalkMoves moves,
      Invitations invitations,
      Seats seats,
      Tokens tokens,
      Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.talks = talks;
    this.moves = moves;
    this.invitations = invitations;
    this.seats = seats;
    this.tokens = tokens;
    this.audit = audit;
  }

  /**
   * The invitation behind a link; empty when the link is forged, too old, or the invitation is
   * gone.
   */
  Optional<Talks.Called> open(String token) {
    return behind(token).filter(called -> !isOver(called.talk()));
  }

  /**
   * The talk behind a genuine link that has outlived its use; there is no more to it than to read.
   */
  Optional<Talk> past(String token) {
    return behind(token).map(Talks.Called::talk).filter(this::isOver);
  }

  private Optional<Talks.Called> behind(String token) {
    return tokens
        .read(PURPOSE, token)
        .flatMap(Answers::number)
        .flatMap(invitations::find)
        .filter(invitation -> invitation.status() != InvitationStatus.LISTED)
        .flatMap(invitation ->
            talks.byId(invitation.talk()).map(talk -> new Talks.Called(talk, invitation)));
  }

  private boolean isOver(Talk talk) {
    return !clock.instant().isBefore(talk.endsAt().plus(LINK_OUTLIVES_TALK));
  }

  /** Answer by the link. */
  @Transactional
  public Invitation byLink(String token, Answer answer) {
    var called = open(token).orElseThrow(() -> new NotFound("invitation", "link"));
    return take(called.invitation().id(), answer);
  }

  /** Answer of a signed-in representative for their organization. */
  @Transactional
  public Invitation byRepresentative(long talk, Answer answer, SignedIn me) {
    var invitation =
        me.organization()
            .flatMap(organization -> invitations.ofOrganization(talk, organization))
            .orElseThrow(() -> new NotFound("invitation to talk", talk));
    return take(invitation.id(), answer);
  }

  /** Answer that staff were told, by phone for example. */
  @Transactional
  public Invitation onBehalf(long talk, long invitation, Answer answer, SignedIn me) {
    talks.inCharge(me, talk);
    var found =
        invitations
            .find(talk, invitation)
            .orElseThrow(() -> new NotFound("invitation", invitation));
    return take(found.id(), answer);
  }

  private Invitation take(long id, Answer answer) {
    var talk = moves.lock(talkOf(id));
    var before = invitations.find(id).orElseThrow(() -> new NotFound("invitation", id));
    if (before.status() == InvitationStatus.LISTED) {
      throw new NotFound("invitation", id);
    }
    if (!talk.takesAnswers(clock.instant()) || before.isCheckedIn()) {
      throw new AnswersClosed(talk.id());
    }
    var moved = move(talk, before, answer);
    note(id, answer);
    audit.changed(
        "answer",
        "invitation",
        id,
        Map.of("unit", before.unit(), "status", before.status(), "substitute", before.substitute()),
        Map.of(
            "status", moved.status(), "substitute", answer.choice() == Answer.Choice.SUBSTITUTE));
    if (before.status() == InvitationStatus.ACCEPTED
        && moved.status() != InvitationStatus.ACCEPTED) {
      seats.fill(talk);
    }
    return invitations.find(id).orElseThrow();
  }

  /** Saying again what was said keeps the seat, and the place in the line. */
  private Invitation move(Talk talk, Invitation invitation, Answer answer) {
    if (answer.isYes()) {
      return invitation.status().saidYes()
          ? invitation
          : invitations.move(
              invitation, seats.isFull(talk) ? InvitationMove.QUEUE : InvitationMove.ACCEPT);
    }
    return invitation.status().saidNo()
        ? invitation
        : invitations.move(invitation, InvitationMove.DECLINE);
  }

  private void note(long id, Answer answer) {
    jdbc.sql(
            """
            update invitation
            set attendee = case when :attendee = '' and :yes then contact else :attendee end,
                attendee_phone = case when :attendee = '' and :phone = '' and :yes then phone else :phone end,
                substitute = :substitute, reason = :reason
            where id = :id
            """)
        .param("id", id)
        .param("yes", answer.isYes())
        .param("attendee", answer.attendee())
        .param("phone", answer.phone())
        .param("substitute", answer.choice() == Answer.Choice.SUBSTITUTE)
        .param("reason", answer.reason())
        .update();
  }

  private long talkOf(long invitation) {
    return invitations
        .find(invitation)
        .map(Invitation::talk)
        .orElseThrow(() -> new NotFound("invitation", invitation));
  }

  private static Optional<Long> number(String value) {
    try {
      return Optional.of(Long.valueOf(value));
    } catch (NumberFormatException neverSignedByUs) {
      return Optional.empty();
    }
  }
}
