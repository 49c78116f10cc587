package org.yueyuetan.platform.agreement;

import static org.yueyuetan.platform.account.Role.AUDITOR;
import static org.yueyuetan.platform.account.Role.ORGANIZER;
import static org.yueyuetan.platform.account.Role.REPRESENTATIVE;
import static org.yueyuetan.platform.account.Rule.get;
import static org.yueyuetan.platform.account.Rule.post;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yueyuetan.platform.account.Rule;

/** Who may use the routes of agreements. What each reads there is decided by scope. */
@Configuration(proxyBeanMethods = false)
class AgreementRules {

  @Bean
  Rule.Rules agreementRoutes() {
    return () ->
        List.of(
            get("/agreements").anyone(),
            get("/agreements/{id}").anyone(),
            get("/agreements/{id}/agreement.pdf").anyone(),
            get("/agreements/{id}/record.pdf", ORGANIZER, AUDITOR, REPRESENTATIVE),
            get("/agreements/{id}/scan", ORGANIZER, AUDITOR, REPRESENTATIVE),
            get("/agreements/{id}/revisions", ORGANIZER, AUDITOR, REPRESENTATIVE),
            get("/agreements/new", ORGANIZER, REPRESENTATIVE),
            post("/agreements", ORGANIZER, REPRESENTATIVE),
            get("/agreements/{id}/edit", ORGANIZER, REPRESENTATIVE),
            post("/agreements/{id}", ORGANIZER, REPRESENTATIVE),
            post("/agreements/{id}/submit", ORGANIZER, REPRESENTATIVE),
            post("/agreements/{id}/approve", REPRESENTATIVE),
            post("/agreements/{id}/return", ORGANIZER, REPRESENTATIVE),
            post("/agreements/{id}/start", ORGANIZER, REPRESENTATIVE),
            post("/agreements/{id}/remind", ORGANIZER, REPRESENTATIVE),
            post("/agreements/{id}/withdraw", ORGANIZER, REPRESENTATIVE),
            post("/agreements/{id}/disclose", ORGANIZER, REPRESENTATIVE),
            post("/agreements/{id}/paper", ORGANIZER),
            get("/agreements/{id}/sign", REPRESENTATIVE),
            post("/agreements/{id}/sign", REPRESENTATIVE),
            post("/agreements/{id}/decline", REPRESENTATIVE),
            get("/agreements/{id}/ceremony", ORGANIZER),
            post("/agreements/{id}/ceremony", ORGANIZER),
            get("/agreements/{id}/screen", ORGANIZER),
            get("/agreements/{id}/screen/now", ORGANIZER),
            get("/verify").anyone(),
            post("/verify").anyone(),
            get("/verify/root.cer").anyone(),
            get("/verify/{code}").anyone());
  }
}
