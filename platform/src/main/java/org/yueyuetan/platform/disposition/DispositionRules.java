package org.yueyuetan.platform.disposition;

import static org.yueyuetan.platform.account.Role.AUDITOR;
import static org.yueyuetan.platform.account.Role.DEPARTMENT;
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
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.yueyuetan.platform.account.Rule;
import org.yueyuetan.platform.talk.Agenda;
import org.yueyuetan.platform.talk.TalkPart;

/**
 * Who may use the pages of opinions and questions, where a talk leads to them, and when answers are
 * called to mind.
 */
@Configuration
class DispositionRules {

  @Bean
  Rule.Rules disposition() {
    return () ->
        List.of(
            get("/opinions").anyone(),
            get("/opinions/export", ORGANIZER, AUDITOR, DEPARTMENT),
            post("/opinions/assign", ORGANIZER),
            get("/opinions/{id}").anyone(),
            post("/opinions/{id}/assign", ORGANIZER),
            post("/opinions/{id}/reassign", ORGANIZER),
            post("/opinions/{id}/extend", ORGANIZER),
            post("/opinions/{id}/refuse", ORGANIZER),
            post("/opinions/{id}/close", ORGANIZER),
            post("/opinions/{id}/answer", ORGANIZER, DEPARTMENT),
            post("/opinions/{id}/return", ORGANIZER, DEPARTMENT),
            post("/opinions/{id}/ask", ORGANIZER, DEPARTMENT),
            post("/opinions/{id}/rate", REPRESENTATIVE),
            get("/room/{token}/answers").anyone(),
            post("/room/{token}/answers/{opinion}").anyone(),
            get("/talks/{id}/questions").anyone(),
            post("/talks/{id}/questions/{item}", ORGANIZER));
  }

  /** After the promises, so that a day begins with one bundle of mails. */
  @Bean
  Task<Void> dispositionReminderJob(DispositionReminders reminders, Clock clock) {
    return Tasks.recurring(
            "disposition-reminders", Schedules.daily(clock.getZone(), LocalTime.of(9, 10)))
        .execute((instance, context) -> reminders.remind());
  }

  @Bean
  @Order(20)
  TalkPart questionsOfTalk(QuestionController questions, Agenda agenda) {
    return (me, talk) ->
        questions.isOpen(me, talk)
            ? List.of(
                new TalkPart.Line(
                    "disposition.line.questions",
                    List.of(agenda.questions(talk.id()).size()),
                    "/talks/" + talk.id() + "/questions"))
            : List.of();
  }

  @Bean
  @Order(30)
  TalkPart answersOfTalk(Register register, Departments departments) {
    return (me, talk) -> {
      if (!talk.status().tookPlace()) {
        return List.of();
      }
      var progress = register.progress(talk.id());
      return progress.opinions() == 0
              || register
                  .list(departments.reader(me), Filter.ofTalk(talk.id()), Optional.empty(), 1)
                  .isEmpty()
          ? List.of()
          : List.of(
              new TalkPart.Line(
                  "disposition.line.answers",
                  List.of(progress.opinions(), progress.answered()),
                  "/opinions?talk=" + talk.id()));
    };
  }
}
