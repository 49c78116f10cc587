package org.yueyuetan.platform.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the answer to an opinion stands (意见办理). Every move gives the disposition that follows it,
 * or refuses when the life cycle does not know the move.
 *
 * @param to the department that has to answer
 * @param due last day for the answer
 * @param asked a later date that the department asks for
 * @param reply the answer that holds
 * @param cites what the answer refers to, or is proposed to refer to
 * @param verdict what the author found of the last answer
 */
public record Disposition(
    long opinion,
    Department to,
    LocalDate due,
    DispositionStatus status,
    Optional<Extension> asked,
    Optional<Reply> reply,
    List<Cited.Ref> cites,
    Optional<Verdict> verdict,
    Instant assignedAt,
    Optional<Instant> closedAt,
    int version) {

  /** A later date and why it is needed. */
  public record Extension(LocalDate due, String reason) {}

  /**
   * What the department answered.
   *
   * @param reason why it is not done, or not all of it
   * @param cited anything else it refers to
   * @param link where that is found
   */
  public record Reply(
      Result result, String text, String reason, String cited, String link, Instant at) {}

  /** How the author found the answer. */
  public record Verdict(Rating rating, String remark, Instant at) {}

  static Disposition assigned(long opinion, Department to, LocalDate due, Instant at) {
    return new Disposition(
        opinion,
        to,
        due,
        DispositionStatus.ASSIGNED,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        at,
        Optional.empty(),
        0);
  }

  // --- moves ---

  Disposition reassigned(Department other, LocalDate by, Instant at) {
    var next = after(DispositionMove.REASSIGN);
    return new Disposition(
        opinion,
        other,
        by,
        next,
        Optional.empty(),
        reply,
        cites,
        verdict,
        at,
        Optional.empty(),
        version);
  }

  Disposition returned() {
    return with(after(DispositionMove.RETURN), due, Optional.empty(), verdict);
  }

  Disposition asking(Extension extension) {
    return with(after(DispositionMove.ASK), due, Optional.of(extension), verdict);
  }

  Disposition extended(LocalDate by) {
    return with(after(DispositionMove.EXTEND), by, Optional.empty(), verdict);
  }

  Disposition refused() {
    return with(after(DispositionMove.REFUSE), due, Optional.empty(), verdict);
  }

  Disposition citing(Cited.Ref one) {
    var more = new ArrayList<>(cites);
    more.add(one);
    return new Disposition(
        opinion,
        to,
        due,
        after(DispositionMove.CITE),
        asked,
        reply,
        more.stream().distinct().toList(),
        verdict,
        assignedAt,
        closedAt,
        version);
  }

  Disposition answered(Reply given, List<Cited.Ref> cited) {
    return new Disposition(
        opinion,
        to,
        due,
        after(DispositionMove.ANSWER),
        Optional.empty(),
        Optional.of(given),
        cited,
        Optional.empty(),
        assignedAt,
        Optional.empty(),
        version);
  }

  Disposition rated(Verdict given) {
    return ended(after(DispositionMove.RATE), Optional.of(given), given.at());
  }

  Disposition reopened(Verdict given, LocalDate by) {
    return with(after(DispositionMove.REOPEN), by, Optional.empty(), Optional.of(given));
  }

  Disposition closed(DispositionMove move, Instant at) {
    return ended(after(move), verdict, at);
  }

  private DispositionStatus after(DispositionMove move) {
    return DispositionStatus.LIFE.next(status, move);
  }

  private Disposition with(
      DispositionStatus next, LocalDate by, Optional<Extension> wish, Optional<Verdict> found) {
    return new Disposition(
        opinion, to, by, next, wish, reply, cites, found, assignedAt, closedAt, version);
  }

  private Disposition ended(DispositionStatus next, Optional<Verdict> found, Instant at) {
    return new Disposition(
        opinion,
        to,
        due,
        next,
        Optional.empty(),
        reply,
        cites,
        found,
        assignedAt,
        Optional.of(at),
        version);
  }

  // --- asking ---

  /** Name of the department. */
  public String department() {
    return to.name();
  }

  /** No answer, and the date has passed. */
  public boolean isLate(LocalDate today) {
    return status.isOpen() && due.isBefore(today);
  }

  /** 0 unless late. */
  public long daysLate(LocalDate today) {
    return isLate(today) ? ChronoUnit.DAYS.between(due, today) : 0;
  }

  /** An answer stands: neither missing nor being given anew. */
  public boolean isAnswered() {
    return reply.isPresent() && !status.isOpen();
  }
}
