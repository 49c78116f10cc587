package org.yueyuetan.platform.policy;

import static org.yueyuetan.platform.account.Role.AUDITOR;
import static org.yueyuetan.platform.account.Role.ORGANIZER;
import static org.yueyuetan.platform.account.Role.REPRESENTATIVE;
import static org.yueyuetan.platform.account.Rule.get;
import static org.yueyuetan.platform.account.Rule.post;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yueyuetan.platform.account.Rule;

/** Who may use the routes of documents. What each reads there is decided by scope. */
@Configuration(proxyBeanMethods = false)
class PolicyRules {

  @Bean
  Rule.Rules policyRoutes() {
    return () ->
        List.of(
            get("/policies").anyone(),
            get("/policies/{id}").anyone(),
            get("/policies/{id}/comparison").anyone(),
            get("/policies/{id}/document.docx").anyone(),
            get("/policies/{id}/document.pdf").anyone(),
            get("/policies/new", ORGANIZER),
            post("/policies", ORGANIZER),
            get("/policies/{id}/edit", ORGANIZER),
            post("/policies/{id}", ORGANIZER),
            post("/policies/{id}/submit", ORGANIZER),
            post("/policies/{id}/return", ORGANIZER),
            get("/policies/{id}/sign", ORGANIZER),
            post("/policies/{id}/sign", ORGANIZER),
            get("/policies/{id}/issue", ORGANIZER),
            post("/policies/{id}/issue", ORGANIZER),
            get("/policies/{id}/end", ORGANIZER),
            post("/policies/{id}/end", ORGANIZER),
            post("/policies/{id}/revise", ORGANIZER),
            get("/policies/{id}/clauses", ORGANIZER),
            post("/policies/{id}/clauses", ORGANIZER),
            get("/policies/{id}/clauses/paste", ORGANIZER),
            post("/policies/{id}/clauses/paste", ORGANIZER),
            post("/policies/{id}/clauses/{clause}", ORGANIZER),
            post("/policies/{id}/clauses/{clause}/up", ORGANIZER),
            post("/policies/{id}/clauses/{clause}/down", ORGANIZER),
            post("/policies/{id}/clauses/{clause}/delete", ORGANIZER),
            get("/policies/{id}/clauses/{clause}/wordings", ORGANIZER, AUDITOR),
            get("/policies/{id}/clauses/{clause}/opinions", ORGANIZER),
            post("/policies/{id}/clauses/{clause}/opinions", ORGANIZER),
            post("/policies/{id}/clauses/{clause}/opinions/{opinion}/delete", ORGANIZER),
            post("/policies/{id}/opinions/{opinion}", ORGANIZER),
            get("/policies/{id}/round", ORGANIZER),
            post("/policies/{id}/round", ORGANIZER),
            post("/policies/{id}/round/close", ORGANIZER),
            get("/policies/{id}/comments", ORGANIZER, AUDITOR),
            post("/policies/{id}/comments", REPRESENTATIVE),
            post("/policies/{id}/comments/{comment}/delete", REPRESENTATIVE),
            post("/policies/{id}/comments/{comment}/answer", ORGANIZER),
            get("/policies/numbers", ORGANIZER, AUDITOR),
            post("/policies/numbers", ORGANIZER),
            post("/policies/numbers/void", ORGANIZER));
  }
}
