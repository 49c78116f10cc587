package org.yueyuetan.platform.talk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.account.Tokens;

/**
 * Check-in by phone (扫码签到). The code on the screen proves that one is in the room, an account or
 * the attendance code who one is.
 *
 * <p>A scanned token is exchanged for a pass, so that there is time to sign in or to type.
 */
@Component
public class CheckIn {

  /** What came of it; a sentence each, {@code talkday.outcome.<name>}. */
  public enum Outcome {
    DONE,
    ALREADY,
    /** Has not answered the invitation: may do so by coming. */
    NOT_ANSWERED,
    /** Had said no or taken a yes back. */
    SAID_NO,
    /** Waits for a seat. */
    WAITING,
    FULL,
    NOT_INVITED,
    WRONG_CODE,
    TOO_MANY_TRIES,
    /** Token or pass is forged or too old. */
    EXPIRED,
    /** The talk takes no check-ins now. */
    NOT_OPEN;

    /** One more tap, saying "I take part", checks in. */
    public boolean mayStillCome() {
      return this == NOT_ANSWERED || this == SAID_NO || this == WAITING;
    }
  }

  /**
   * {@code unit} is empty as long as nobody proved who they are; {@code pass} opens the room to
   * those who are in it.
   */
  public record Answer(Outcome outcome, String unit, String attendee, String pass) {
    static Answer of(Outcome outcome) {
      return new Answer(outcome, "", "", "");
    }
  }

  static final Duration PASS_LASTS = Duration.ofMinutes(5);
  private static final String PASS = "check-in";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Tokens tokens;
  private final TalkMoves moves;
  private final Invitations invitations;
  private final Seats seats;
  private final CodeGuesses guesses;
  private final Arrivals arrivals;
  private final RoomPass room;

  CheckIn(
      JdbcClient jdbc,
      Clock clock,
      Tokens tokens,
      TalkMoves moves,
      Invitations invitations,
      Seats seats,
      CodeGuesses guesses,
      Arrivals arrivals,
      RoomPass room) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.tokens = tokens;
    this.moves = moves;
    this.invitations = invitations;
    this.seats = seats;
    this.guesses = guesses;
    this.arrivals = arrivals;
    this.room = room;
  }

  /** For the screen in the room; empty unless the talk takes check-ins. */
  Optional<String> roomToken(long talk) {
    return secret(talk).map(secret -> RoomToken.at(clock.instant(), secret, talk));
  }

  /**
   * Proof of having scanned a fresh code, another for every scan; empty for a token that is old,
   * forged or of another talk.
   */
  Optional<String> pass(long talk, String roomToken) {
    var now = clock.instant();
    return secret(talk)
        .filter(secret -> RoomToken.accepts(roomToken, now, secret, talk))
        .map(secret ->
            tokens.sign(
                PASS,
                "%d:%d:%s"
                    .formatted(talk, now.plus(PASS_LASTS).getEpochSecond(), UUID.randomUUID())));
  }

  boolean isGood(long talk, String pass) {
    return tokens
        .read(PASS, pass)
        .map(value -> value.split(":"))
        .filter(parts -> parts[0].equals(String.valueOf(talk)))
        .filter(parts -> !clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(parts[1]))))
        .isPresent();
  }

  /**
   * A signed-in representative checks in for their organization.
   *
   * @param coming also when the invitation was not accepted before
   */
  @Transactional
  public Answer representative(long talk, String pass, SignedIn me, boolean coming) {
    if (!isGood(talk, pass)) {
      return Answer.of(Outcome.EXPIRED);
    }
    var locked = moves.lock(talk);
    return me.organization()
        .flatMap(organization -> invitations.ofOrganization(talk, organization))
        .map(invitation -> arrive(locked, invitation, me.name(), coming))
        .orElse(Answer.of(Outcome.NOT_INVITED));
  }

  /** Whoever holds the attendance code checks in. */
  @Transactional
  public Answer code(long talk, String pass, String code, boolean coming) {
    if (!isGood(talk, pass)) {
      return Answer.of(Outcome.EXPIRED);
    }
    var locked = moves.lock(talk);
    if (!guesses.mayTry(talk, pass)) {
      return Answer.of(Outcome.TOO_MANY_TRIES);
    }
    var invitation = byCode(talk, code);
    if (invitation.isEmpty()) {
      guesses.wrong(talk, pass);
      return Answer.of(Outcome.WRONG_CODE);
    }
    return arrive(locked, invitation.get(), "", coming);
  }

  /** How things stand for a representative, before anything is done. */
  Answer lookUp(Talk talk, SignedIn me) {
    return me.organization()
        .flatMap(organization -> invitations.ofOrganization(talk.id(), organization))
        .map(invitation -> answer(judge(talk, invitation, false), invitation))
        .orElse(Answer.of(Outcome.NOT_INVITED));
  }

  private Answer arrive(Talk talk, Invitation invitation, String attendee, boolean coming) {
    var outcome = judge(talk, invitation, coming);
    if (outcome == Outcome.DONE) {
      var person = invitation.person().isEmpty() ? attendee : invitation.person();
      arrivals.note(invitation, person, person.isEmpty() ? invitation.unit() : person);
      return new Answer(outcome, invitation.unit(), person, room.of(invitation.id()));
    }
    return answer(outcome, invitation);
  }

  private Answer answer(Outcome outcome, Invitation invitation) {
    return new Answer(
        outcome,
        invitation.unit(),
        invitation.person(),
        outcome == Outcome.ALREADY ? room.of(invitation.id()) : "");
  }

  /** DONE when nothing stands in the way. Seats promised to others are kept for them. */
  private Outcome judge(Talk talk, Invitation invitation, boolean coming) {
    if (invitation.isCheckedIn()) {
      return Outcome.ALREADY;
    }
    if (!takesCheckIns(talk.status())) {
      return Outcome.NOT_OPEN;
    }
    if (invitation.status() == InvitationStatus.ACCEPTED) {
      return Outcome.DONE;
    }
    if (coming) {
      return seats.isFull(talk) ? Outcome.FULL : Outcome.DONE;
    }
    return switch (invitation.status()) {
      case LISTED, INVITED -> Outcome.NOT_ANSWERED;
      case DECLINED, WITHDRAWN -> Outcome.SAID_NO;
      case WAITING -> Outcome.WAITING;
      case ACCEPTED -> Outcome.DONE;
    };
  }

  /** Later than that, staff mend the list. */
  static boolean takesCheckIns(TalkStatus status) {
    return status == TalkStatus.CONVENING || status == TalkStatus.HELD;
  }

  private Optional<Invitation> byCode(long talk, String code) {
    return jdbc.sql("select * from invitation where talk_id = :talk and code = :code")
        .param("talk", talk)
        .param("code", code)
        .query(Rows::invitation)
        .optional();
  }

  private Optional<String> secret(long talk) {
    return jdbc.sql("select secret from talk where id = :talk and status in ('CONVENING', 'HELD')")
        .param("talk", talk)
        .query(String.class)
        .optional();
  }
}
