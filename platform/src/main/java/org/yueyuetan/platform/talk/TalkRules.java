package org.yueyuetan.platform.talk;

import static org.yueyuetan.platform.account.Role.AUDITOR;
import static org.yueyuetan.platform.account.Role.ORGANIZER;
import static org.yueyuetan.platform.account.Role.REPRESENTATIVE;
import static org.yueyuetan.platform.account.Rule.get;
import static org.yueyuetan.platform.account.Rule.post;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yueyuetan.platform.account.Rule;

/** Who may use the pages of planning and convening a talk, and of answering an invitation. */
@Configuration
class TalkRules {

  @Bean
  Rule.Rules talkPlanning() {
    return () ->
        List.of(
            get("/talks").anyone(),
            get("/talks/new", ORGANIZER),
            post("/talks", ORGANIZER),
            get("/talks/{id}").anyone(),
            get("/talks/{id}/talk.ics").anyone(),
            get("/talks/{id}/edit", ORGANIZER),
            post("/talks/{id}", ORGANIZER),
            get("/talks/{id}/cancel", ORGANIZER),
            post("/talks/{id}/cancel", ORGANIZER),
            get("/talks/{id}/agenda", ORGANIZER),
            post("/talks/{id}/agenda", ORGANIZER),
            post("/talks/{id}/agenda/{item}", ORGANIZER),
            post("/talks/{id}/agenda/{item}/up", ORGANIZER),
            post("/talks/{id}/agenda/{item}/down", ORGANIZER),
            post("/talks/{id}/agenda/{item}/remove", ORGANIZER),
            get("/talks/{id}/stops", ORGANIZER),
            post("/talks/{id}/stops", ORGANIZER),
            post("/talks/{id}/stops/{stop}", ORGANIZER),
            post("/talks/{id}/stops/{stop}/up", ORGANIZER),
            post("/talks/{id}/stops/{stop}/down", ORGANIZER),
            post("/talks/{id}/stops/{stop}/remove", ORGANIZER),
            get("/talks/{id}/quorum", ORGANIZER),
            post("/talks/{id}/quorum", ORGANIZER),
            get("/talks/{id}/convening", ORGANIZER),
            post("/talks/{id}/convening", ORGANIZER),
            post("/talks/{id}/guests", ORGANIZER),
            post("/talks/{id}/send", ORGANIZER),
            post("/talks/{id}/remind", ORGANIZER),
            get("/talks/{id}/invitations", ORGANIZER, AUDITOR),
            get("/talks/{id}/attendance.xlsx", ORGANIZER, AUDITOR),
            get("/talks/{id}/invitations/{invitation}", ORGANIZER, AUDITOR),
            post("/talks/{id}/invitations/{invitation}/answer", ORGANIZER),
            post("/talks/{id}/invitations/{invitation}/party", ORGANIZER),
            post("/talks/{id}/invitations/{invitation}/remove", ORGANIZER),
            post("/talks/{id}/answer", REPRESENTATIVE),
            get("/answer/{token}").anyone(),
            post("/answer/{token}").anyone(),
            get("/answer/{token}/talk.ics").anyone());
  }
}
