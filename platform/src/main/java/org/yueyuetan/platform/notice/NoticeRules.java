package org.yueyuetan.platform.notice;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Rule;

/** Who may use the routes of this room. */
@Configuration(proxyBeanMethods = false)
class NoticeRules {

  @Bean
  Rule.Rules noticeRoutes() {
    return () ->
        List.of(
            Rule.get("/notices").signedIn(),
            Rule.get("/notices/{id}").signedIn(),
            Rule.post("/notices/read").signedIn(),
            Rule.get("/mail", Role.SYSTEM_ADMIN),
            Rule.post("/mail/retry", Role.SYSTEM_ADMIN));
  }
}
