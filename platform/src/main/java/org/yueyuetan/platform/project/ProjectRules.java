package org.yueyuetan.platform.project;

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

/** Who may use the routes of projects and provisions. What each reads there is decided by scope. */
@Configuration(proxyBeanMethods = false)
class ProjectRules {

  @Bean
  Rule.Rules projectRoutes() {
    return () ->
        List.of(
            get("/projects").anyone(),
            get("/projects/{id}").anyone(),
            get("/projects/export", ORGANIZER, DEPARTMENT, REPRESENTATIVE, AUDITOR),
            get("/projects/new", ORGANIZER, REPRESENTATIVE),
            post("/projects", ORGANIZER, REPRESENTATIVE),
            get("/projects/{id}/edit", ORGANIZER, REPRESENTATIVE),
            post("/projects/{id}", ORGANIZER, REPRESENTATIVE),
            post("/projects/{id}/items", ORGANIZER, REPRESENTATIVE),
            post("/projects/{id}/items/{item}", ORGANIZER, REPRESENTATIVE),
            post("/projects/{id}/items/{item}/delete", ORGANIZER, REPRESENTATIVE),
            post("/projects/{id}/submit", ORGANIZER, REPRESENTATIVE),
            post("/projects/{id}/withdraw", ORGANIZER, REPRESENTATIVE),
            post("/projects/{id}/establish", ORGANIZER),
            post("/projects/{id}/return", ORGANIZER),
            post("/projects/{id}/decline", ORGANIZER),
            post("/projects/{id}/complete", ORGANIZER),
            post("/projects/{id}/end", ORGANIZER),
            get("/projects/{id}/partners", ORGANIZER, REPRESENTATIVE, AUDITOR),
            get("/provisions").anyone(),
            get("/provisions/{id}").anyone(),
            get("/provisions/new", ORGANIZER, REPRESENTATIVE),
            post("/provisions", ORGANIZER, REPRESENTATIVE),
            get("/provisions/{id}/edit", ORGANIZER, REPRESENTATIVE),
            post("/provisions/{id}", ORGANIZER, REPRESENTATIVE),
            post("/provisions/{id}/close", ORGANIZER, REPRESENTATIVE),
            post("/provisions/{id}/reopen", ORGANIZER, REPRESENTATIVE),
            get("/provisions/{id}/partners", ORGANIZER, REPRESENTATIVE, AUDITOR));
  }
}
