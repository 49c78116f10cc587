package org.yueyuetan.platform.talk;

import static org.yueyuetan.platform.account.Role.AUDITOR;
import static org.yueyuetan.platform.account.Role.ORGANIZER;
import static org.yueyuetan.platform.account.Role.REPRESENTATIVE;
import static org.yueyuetan.platform.account.Rule.get;
import static org.yueyuetan.platform.account.Rule.post;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yueyuetan.platform.account.Rule;

/**
 * Who may use the pages of the talk's day and what follows it, and when promises are called to
 * mind.
 */
@Configuration
class TalkDayRules {

  @Bean
  Rule.Rules talkDay() {
    return () ->
        List.of(
            get("/check-in/{id}").anyone(),
            get("/check-in/{id}/account").signedIn(),
            post("/check-in/{id}").anyone(),
            get("/talks/{id}/screen", ORGANIZER),
            get("/talks/{id}/screen/now", ORGANIZER),
            get("/talks/{id}/day", ORGANIZER, AUDITOR),
            post("/talks/{id}/day/tick", ORGANIZER),
            get("/talks/{id}/day/walk-in", ORGANIZER),
            post("/talks/{id}/day/walk-in", ORGANIZER),
            get("/talks/{id}/day/guests/{guest}", ORGANIZER),
            post("/talks/{id}/day/guests/{guest}", ORGANIZER),
            get("/talks/{id}/day/minutes", ORGANIZER, AUDITOR),
            post("/talks/{id}/day/minutes", ORGANIZER),
            get("/talks/{id}/day/commitments", ORGANIZER, AUDITOR),
            post("/talks/{id}/day/commitments", ORGANIZER),
            get("/talks/{id}/day/files", ORGANIZER, AUDITOR),
            post("/talks/{id}/day/files", ORGANIZER),
            get("/talks/{id}/files/{file}").anyone(),
            post("/talks/{id}/files/{file}", ORGANIZER),
            post("/talks/{id}/files/{file}/delete", ORGANIZER),
            get("/talks/{id}/day/hold", ORGANIZER),
            post("/talks/{id}/day/hold", ORGANIZER),
            post("/talks/{id}/day/begin", ORGANIZER),
            get("/talks/{id}/follow-up", ORGANIZER, AUDITOR),
            post("/talks/{id}/follow-up", ORGANIZER),
            post("/talks/{id}/follow-up/close", ORGANIZER),
            get("/commitments", ORGANIZER, AUDITOR, REPRESENTATIVE),
            get("/commitments/{id}", ORGANIZER, AUDITOR, REPRESENTATIVE),
            post("/commitments/{id}/keep", ORGANIZER, REPRESENTATIVE),
            post("/commitments/{id}/cancel", ORGANIZER, REPRESENTATIVE),
            post("/commitments/{id}/date", ORGANIZER, REPRESENTATIVE),
            post("/commitments/{id}/wording", ORGANIZER));
  }

  /** After the first hour of work, so that a mail is read the same day. */
  @Bean
  Task<Void> commitmentReminderJob(CommitmentReminders reminders, Clock clock) {
    return Tasks.recurring(
            "commitment-reminders", Schedules.daily(clock.getZone(), LocalTime.of(9, 0)))
        .execute((instance, context) -> reminders.remind());
  }
}
