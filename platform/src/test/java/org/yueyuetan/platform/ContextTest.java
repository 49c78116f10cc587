package org.yueyuetan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class ContextTest {

  @Autowired JdbcClient database;
  @Autowired People people;
  @LocalServerPort int port;

  @Test
  void anEmptyInstallationAsksForItsFirstAdministrator() {
    assertThat(database.sql("select count(*) from account").query(Long.class).single()).isZero();

    assertThat(Site.at(port).get("/sign-in").uri()).hasPath("/first-run");
  }

  @Test
  void aPersonSignsIn() {
    var site = Site.at(port).signedIn(people.organizer());

    assertThat(site.get("/password").statusCode()).isEqualTo(200);
  }

  @Test
  void healthIsOpenAndSaysNothingElse() {
    var health = Site.at(port).get("/actuator/health");

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(health.headers().firstValue("Server")).isEmpty();
  }
}
