package org.yueyuetan.platform.talk;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;

/**
 * Reminds once a day, each person at most once of each: those who have not answered some days
 * before the date asked for, and those who come on the day before.
 */
@Component
class Reminders {

  @Configuration
  static class Job {
    private static final LocalTime MORNING = LocalTime.of(8, 30);

    @Bean
    RecurringTask<Void> remindOfTalks(Reminders reminders, Clock clock) {
      return Tasks.recurring("remind-of-talks", Schedules.daily(clock.getZone(), MORNING))
          .execute((task, context) -> reminders.run());
    }
  }

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Settings settings;
  private final TalkMoves moves;
  private final Invitations invitations;
  private final Convening convening;
  private final Calls calls;

  Reminders(
      JdbcClient jdbc,
      Clock clock,
      Settings settings,
      TalkMoves moves,
      Invitations invitations,
      Convening convening,
      Calls calls) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
    this.moves = moves;
    this.invitations = invitations;
    this.convening = convening;
    this.calls = calls;
  }

  @Transactional
  public void run() {
    for (var id : open()) {
      var talk = moves.lock(id);
      if (talk.takesAnswers(clock.instant())) {
        remindSilent(talk);
        remindComing(talk);
      }
    }
  }

  private List<Long> open() {
    return jdbc.sql("select id from talk where status = 'CONVENING' order by id")
        .query(Long.class)
        .list();
  }

  private void remindSilent(Talk talk) {
    var today = LocalDate.now(clock);
    var due = day(talk.answerBy().orElse(talk.startsAt()));
    if (today.isBefore(due.minusDays(settings.number(Setting.REMINDER_DAYS)))
        || today.isAfter(due)) {
      return;
    }
    convening.remind(
        talk,
        invitations.of(talk.id()).stream()
            .filter(one -> one.status() == InvitationStatus.INVITED && one.remindedAt().isEmpty())
            .filter(one -> one.invitedAt().map(this::day).filter(today::isAfter).isPresent())
            .toList());
  }

  private void remindComing(Talk talk) {
    if (!day(talk.startsAt()).equals(LocalDate.now(clock).plusDays(1))) {
      return;
    }
    var coming =
        jdbc.sql(
                """
                update invitation set day_reminded_at = :now
                where talk_id = :talk and status = 'ACCEPTED' and day_reminded_at is null
                returning *
                """)
            .param("now", Rows.sql(clock.instant()))
            .param("talk", talk.id())
            .query(Rows::invitation)
            .list();
    calls.tomorrow(talk, coming);
  }

  private LocalDate day(Instant instant) {
    return instant.atZone(clock.getZone()).toLocalDate();
  }
}
