package org.yueyuetan.platform.need;

import static org.yueyuetan.platform.account.Role.AUDITOR;
import static org.yueyuetan.platform.account.Role.DEPARTMENT;
import static org.yueyuetan.platform.account.Role.ORGANIZER;
import static org.yueyuetan.platform.account.Role.REPRESENTATIVE;
import static org.yueyuetan.platform.account.Rule.get;
import static org.yueyuetan.platform.account.Rule.post;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yueyuetan.platform.account.Rule;

/** Who may use the routes of needs. */
@Configuration
class NeedRules {

  @Bean
  Rule.Rules needs() {
    return () ->
        List.of(
            get("/needs/public").anyone(),
            get("/needs/public/{id}").anyone(),
            get("/needs", ORGANIZER, DEPARTMENT, REPRESENTATIVE, AUDITOR),
            get("/needs/{id}", ORGANIZER, DEPARTMENT, REPRESENTATIVE, AUDITOR),
            get("/needs/export", ORGANIZER, DEPARTMENT, REPRESENTATIVE, AUDITOR),
            get("/needs/new", ORGANIZER, REPRESENTATIVE),
            get("/needs/organizations", ORGANIZER),
            post("/needs", ORGANIZER, REPRESENTATIVE),
            post("/needs/accept", ORGANIZER),
            get("/needs/{id}/edit", ORGANIZER, REPRESENTATIVE),
            post("/needs/{id}", ORGANIZER, REPRESENTATIVE),
            post("/needs/{id}/submit", ORGANIZER, REPRESENTATIVE),
            post("/needs/{id}/withdraw", ORGANIZER, REPRESENTATIVE),
            post("/needs/{id}/restate", ORGANIZER, REPRESENTATIVE),
            post("/needs/{id}/accept", ORGANIZER),
            post("/needs/{id}/decline", ORGANIZER),
            post("/needs/{id}/answer", ORGANIZER),
            post("/needs/{id}/release", ORGANIZER),
            post("/needs/{id}/support", REPRESENTATIVE),
            post("/needs/{id}/unsupport", REPRESENTATIVE));
  }
}
