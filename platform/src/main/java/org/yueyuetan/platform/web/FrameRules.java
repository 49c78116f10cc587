package org.yueyuetan.platform.web;

import static org.yueyuetan.platform.account.Rule.get;
import static org.yueyuetan.platform.account.Rule.post;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Rule;

/** Who may use the frame's own routes. */
@Configuration
class FrameRules {

  @Bean
  Rule.Rules frame() {
    return () ->
        List.of(
            get("/language").anyone(),
            post("/language").signedIn(),
            get("/text-size").anyone(),
            get("/about").anyone(),
            get("/help").anyone(),
            get("/board", Role.ORGANIZER, Role.AUDITOR),
            get("/mine", Role.REPRESENTATIVE, Role.DEPARTMENT),
            get("/search").anyone(),
            get("/").anyone(),
            get("/public").anyone(),
            get("/today").signedIn(),
            get("/me").signedIn(),
            get("/settings", Role.SYSTEM_ADMIN),
            post("/settings", Role.SYSTEM_ADMIN));
  }
}
