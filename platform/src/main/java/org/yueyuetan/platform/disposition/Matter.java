package org.yueyuetan.platform.disposition;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.yueyuetan.platform.talk.Party;
import org.yueyuetan.platform.talk.TalkStatus;

/**
 * An accepted opinion and where its answer stands, as far as the reader may see it (办件).
 *
 * @param agenda the question that it answers
 * @param host who runs the talk; may be the one to answer
 * @param speaker unit and person for staff and the organization itself, only the unit for all
 *     others; empty when the reader is not told
 * @param hasAuthor somebody can rate the answer
 * @param own the reader's organization said it, or what was merged into it
 * @param disposition empty until it is given to a department
 */
public record Matter(
    long id,
    String text,
    long talk,
    Optional<Long> agenda,
    String talkTitle,
    YearMonth month,
    TalkStatus talkStatus,
    Department host,
    String regionCode,
    Party party,
    String speaker,
    boolean named,
    boolean hasAuthor,
    boolean own,
    Optional<Disposition> disposition) {

  /** A talk that has not been held is about what will be said. */
  public boolean isAssignable() {
    return disposition.isEmpty() && talkStatus.tookPlace();
  }

  public boolean isLate(LocalDate today) {
    return disposition.filter(d -> d.isLate(today)).isPresent();
  }

  public boolean is(DispositionStatus status) {
    return disposition.filter(d -> d.status() == status).isPresent();
  }
}
