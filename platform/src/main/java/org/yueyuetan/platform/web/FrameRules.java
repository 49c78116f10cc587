package org.yueyuetan.platform.web;

import static org.yueyuetan.platform.account.Rule.get;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yueyuetan.platform.account.Rule;

/** Who may use the frame's own routes. */
@Configuration
class FrameRules {

  @Bean
  Rule.Rules frame() {
    return () ->
        List.of(
            get("/css/**").anyone(),
            get("/js/**").anyone(),
            get("/img/**").anyone(),
            get("/favicon.ico").anyone(),
            get("/error").anyone(),
            get("/language").anyone(),
            get("/text-size").anyone());
  }
}
