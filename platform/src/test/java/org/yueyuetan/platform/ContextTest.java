package org.yueyuetan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class ContextTest {

  @Autowired JdbcClient database;

  @Test
  void thePlatformStartsOnAnEmptyDatabase() {
    assertThat(database.sql("select count(*) from account").query(Long.class).single()).isZero();
  }
}
