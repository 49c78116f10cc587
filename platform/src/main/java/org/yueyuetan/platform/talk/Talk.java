package org.yueyuetan.platform.talk;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/**
 * The monthly talk (月月谈).
 *
 * @param number of the talk in its year
 * @param theme the theme it is about, when one was chosen for the month
 * @param regionCode division that the talk is for
 * @param answerBy until when answers to the invitation are asked for
 */
public record Talk(
    long id,
    YearMonth month,
    int number,
    String title,
    String question,
    Optional<Long> theme,
    String regionCode,
    TalkStatus status,
    Set<TalkForm> forms,
    Instant startsAt,
    Instant endsAt,
    String place,
    String address,
    int capacity,
    String host,
    String minutes,
    String conclusion,
    Optional<Instant> answerBy,
    Optional<Instant> convenedAt,
    boolean sample,
    int version) {

  public int year() {
    return month.getYear();
  }

  public Duration length() {
    return Duration.between(startsAt, endsAt);
  }

  public boolean has(TalkForm form) {
    return forms.contains(form);
  }

  /** Answers may be given and changed until the talk begins. */
  public boolean takesAnswers(Instant now) {
    return status == TalkStatus.CONVENING && now.isBefore(startsAt);
  }
}
