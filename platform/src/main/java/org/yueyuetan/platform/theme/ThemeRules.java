package org.yueyuetan.platform.theme;

import static org.yueyuetan.platform.account.Role.AUDITOR;
import static org.yueyuetan.platform.account.Role.ORGANIZER;
import static org.yueyuetan.platform.account.Role.REPRESENTATIVE;
import static org.yueyuetan.platform.account.Rule.get;
import static org.yueyuetan.platform.account.Rule.post;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yueyuetan.platform.account.Rule;

/** Who may use the routes of themes. Months and chosen themes are open to everyone. */
@Configuration
class ThemeRules {

  @Bean
  Rule.Rules themes() {
    return () ->
        List.of(
            get("/themes").anyone(),
            get("/themes/fairness").anyone(),
            get("/themes/method").anyone(),
            post("/themes/method", ORGANIZER),
            get("/themes/{month}").anyone(),
            get("/themes/{month}/check").anyone(),
            get("/themes/{month}/snapshot").anyone(),
            get("/themes/{month}/design", ORGANIZER, AUDITOR),
            post("/themes/{month}/design", ORGANIZER),
            post("/themes/{month}/design/run", ORGANIZER),
            get("/themes/{month}/approve", REPRESENTATIVE),
            post("/themes/{month}/approve", REPRESENTATIVE),
            get("/themes/{month}/gather", ORGANIZER),
            post("/themes/{month}/candidates", ORGANIZER),
            get("/themes/{month}/candidates/{id}", ORGANIZER),
            post("/themes/{month}/candidates/{id}", ORGANIZER),
            post("/themes/{month}/candidates/{id}/remove", ORGANIZER),
            post("/themes/{month}/candidates/{id}/split", ORGANIZER),
            post("/themes/{month}/candidates/{id}/merge", ORGANIZER),
            post("/themes/{month}/candidates/{id}/drop", ORGANIZER),
            post("/themes/{month}/open", ORGANIZER),
            post("/themes/{month}/close", ORGANIZER),
            post("/themes/{month}/gather-again", ORGANIZER),
            post("/themes/{month}/choose", ORGANIZER));
  }
}
