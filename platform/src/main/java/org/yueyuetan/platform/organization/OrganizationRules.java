package org.yueyuetan.platform.organization;

import static org.yueyuetan.platform.account.Role.AUDITOR;
import static org.yueyuetan.platform.account.Role.DEPARTMENT;
import static org.yueyuetan.platform.account.Role.ORGANIZER;
import static org.yueyuetan.platform.account.Role.REPRESENTATIVE;
import static org.yueyuetan.platform.account.Role.SYSTEM_ADMIN;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yueyuetan.platform.account.Rule;

/** Who may use the registry's routes. */
@Configuration
class OrganizationRules {

  @Bean
  Rule.Rules organizationRoutes() {
    return () ->
        List.of(
            Rule.get("/organizations", ORGANIZER, AUDITOR, DEPARTMENT, REPRESENTATIVE),
            Rule.get("/organizations/export", ORGANIZER, AUDITOR),
            Rule.get("/organizations/{id}").anyone(),
            Rule.post("/organizations/{id}/contacts", ORGANIZER, AUDITOR, REPRESENTATIVE),
            Rule.get("/organizations/new", ORGANIZER),
            Rule.post("/organizations", ORGANIZER),
            Rule.get("/organizations/{id}/edit", ORGANIZER, REPRESENTATIVE),
            Rule.post("/organizations/{id}", ORGANIZER, REPRESENTATIVE),
            Rule.get("/organizations/{id}/state", ORGANIZER),
            Rule.get("/accounts/slips", SYSTEM_ADMIN),
            Rule.post("/organizations/{id}/deactivate", ORGANIZER),
            Rule.post("/organizations/{id}/reactivate", ORGANIZER));
  }
}
