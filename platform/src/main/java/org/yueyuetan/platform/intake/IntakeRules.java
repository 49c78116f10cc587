package org.yueyuetan.platform.intake;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Rule;

/**
 * Who may use the routes of this room: whoever may fill some ledger; which one, {@link Imports}
 * asks.
 */
@Configuration(proxyBeanMethods = false)
class IntakeRules {

  @Bean
  Rule.Rules intakeRoutes(ObjectProvider<Ledger<?>> ledgers) {
    return () -> {
      var roles =
          ledgers.stream()
              .flatMap(ledger -> ledger.roles().stream())
              .distinct()
              .toArray(Role[]::new);
      return List.of(
          Rule.get("/imports/{kind}", roles),
          Rule.post("/imports/{kind}", roles),
          Rule.get("/imports/{kind}/template", roles),
          Rule.get("/imports/{kind}/{id}", roles),
          Rule.get("/imports/{kind}/{id}/progress", roles),
          Rule.get("/imports/{kind}/{id}/faults", roles),
          Rule.post("/imports/{kind}/{id}/confirm", roles),
          Rule.post("/imports/{kind}/{id}/stop", roles));
    };
  }
}
