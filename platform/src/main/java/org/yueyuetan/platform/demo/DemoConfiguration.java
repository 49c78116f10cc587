package org.yueyuetan.platform.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Present only in the demo: a movable clock, and the year that is loaded at the first start. */
@Configuration
@ConditionalOnProperty("yueyuetan.demo")
@Import({
  DemoYear.Services.class,
  OpinionYear.Services.class,
  DispositionYear.Services.class,
  PolicyYear.Services.class,
  CooperationYear.Services.class,
  ProjectYear.Services.class,
  ShowcaseYear.Services.class,
  MatchmakingYear.Services.class,
  SelectionYear.Services.class,
  AgreementYear.Services.class,
  PromiseYear.Services.class
})
class DemoConfiguration {

  @Bean
  @Primary
  DemoClock demoClock() {
    return new DemoClock();
  }

  @Bean
  DemoYear demoYear(DemoYear.Services rooms, DemoClock demoClock) {
    return new DemoYear(rooms, demoClock);
  }
}
