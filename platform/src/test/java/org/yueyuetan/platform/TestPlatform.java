package org.yueyuetan.platform;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.yueyuetan.platform.database.Database;
import org.yueyuetan.platform.database.Durability;
import org.yueyuetan.platform.database.EmbeddedDatabase;

/** What the tests put in place of the world: clock, mail server, database. */
@TestConfiguration(proxyBeanMethods = false)
@Import(People.class)
class TestPlatform {

  @Bean
  @Primary
  TestClock testClock() {
    return new TestClock();
  }

  @Bean
  GreenMail mailServer() {
    return Mail.SERVER;
  }

  /** Jobs run when a test calls them, not when they like. */
  @Bean
  DbSchedulerStarter schedulerStaysStill() {
    return () -> {};
  }

  /** Database and mail server: one of each in this JVM. */
  static final class Surroundings
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      var database = Shared.DATABASE;
      TestPropertyValues.of(
              "spring.datasource.url=" + database.url(),
              "spring.datasource.username=" + database.user(),
              "spring.datasource.password=" + database.password(),
              "yueyuetan.password.rounds=4",
              "yueyuetan.map.pause=0",
              "yueyuetan.signing.data=target/test-database",
              "management.health.db-scheduler.enabled=false")
          .applyTo(context);
    }
  }

  private static final class Shared {
    static final Database DATABASE =
        EmbeddedDatabase.start(Path.of("target", "test-database"), Durability.FAST, step -> {});
  }

  private static final class Mail {
    static final GreenMail SERVER =
        new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    static {
      SERVER.start();
    }
  }
}
