package org.yueyuetan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  @TempDir Path data;

  private final List<Step> steps = new ArrayList<>();

  @Test
  void isDurableAndOnlyForUs() throws Exception {
    try (var database = start()) {
      assertThat(steps).containsExactly(Step.UNPACKING, Step.CREATING, Step.STARTING);
      assertThat(ask(database, "show fsync")).isEqualTo("on");
      assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(database, "select usesuper from pg_user where usename = current_user"))
          .isEqualTo("f");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(data.resolve("password"))))
          .isEqualTo("rw-------");
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.url(), database.user(), "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void keepsItsDataAndItsProgramsFromStartToStart() throws Exception {
    try (var first = start()) {
      change(first, "create table kept as select '留' as word");
    }
    steps.clear();

    try (var second = start()) {
      assertThat(steps).containsExactly(Step.STARTING);
      assertThat(ask(second, "select word from kept")).isEqualTo("留");
    }
  }

  @Test
  void aProcessIdThatNowBelongsToSomebodyElseDoesNotKeepItFromStarting() throws Exception {
    start().close();
    var ours = ProcessHandle.current().pid();
    Files.writeString(data.resolve("cluster/postmaster.pid"), ours + "\n/elsewhere\n");

    start().close();

    assertThat(ProcessHandle.current().isAlive()).isTrue();
  }

  @Test
  void aFolderServesOneProcess() {
    var one = start();
    assertThatThrownBy(this::start)
        .isInstanceOf(DatabaseTrouble.class)
        .hasMessageContaining("in use by another Yueyuetan");
    one.close();
  }

  @Test
  void anExternalServerIsToldApartFromATypingError() {
    assertThatThrownBy(() -> ExternalDatabase.reach("postgres://host/name", Map.of()))
        .isInstanceOf(DatabaseTrouble.class)
        .hasMessageContaining("jdbc:postgresql://host:5432/database");
    assertThatThrownBy(() -> ExternalDatabase.reach("jdbc:postgresql://127.0.0.1:1/none", Map.of()))
        .isInstanceOf(DatabaseTrouble.class)
        .hasMessageContaining("No connection to the database");
  }

  @Test
  void anExternalServerIsReachedWithNameAndPasswordFromTheEnvironment() {
    try (var server = start()) {
      var external =
          ExternalDatabase.reach(
              server.url(),
              Map.of("YYT_DB_USER", server.user(), "YYT_DB_PASSWORD", server.password()));

      assertThat(external.url()).isEqualTo(server.url());
      assertThat(external.toString()).doesNotContain(server.password());
    }
  }

  private EmbeddedDatabase start() {
    return EmbeddedDatabase.start(data, Durability.DURABLE, steps::add);
  }

  private static void change(Database database, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Database database, String query) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var statement = connection.createStatement();
        var answer = statement.executeQuery(query)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
