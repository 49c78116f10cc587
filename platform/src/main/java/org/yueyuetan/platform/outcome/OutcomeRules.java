package org.yueyuetan.platform.outcome;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yueyuetan.platform.account.Rule;

/** Who may use the routes of this room: everyone. What each sees is decided by scope. */
@Configuration(proxyBeanMethods = false)
class OutcomeRules {

  @Bean
  Rule.Rules outcomeRoutes() {
    return () ->
        List.of(
            Rule.get("/trace/{kind}/{id}").anyone(),
            Rule.get("/figures").anyone(),
            Rule.get("/figures/{key}").anyone(),
            Rule.get("/api/v1/figures").anyone(),
            Rule.get("/talks/{id}/brief").anyone(),
            Rule.get("/talks/{id}/brief.docx").anyone(),
            Rule.get("/talks/{id}/brief.pdf").anyone(),
            Rule.get("/year/{year}").anyone());
  }
}
