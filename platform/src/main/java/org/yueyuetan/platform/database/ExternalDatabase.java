package org.yueyuetan.platform.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A PostgreSQL that somebody else runs, named by its JDBC address. */
public record ExternalDatabase(String url, String user, String password) implements Database {

  private static final int OLDEST = 15;

  /**
   * Signs in once and checks the version.
   *
   * @param environment user and password, {@code YYT_DB_USER} and {@code YYT_DB_PASSWORD}, unless
   *     the address has them
   */
  public static ExternalDatabase reach(String url, Map<String, String> environment) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new DatabaseTrouble(
          """
          --db-url must look like jdbc:postgresql://host:5432/database, not %s
          --db-url 应形如 jdbc:postgresql://主机:5432/数据库\
          """
              .formatted(url));
    }
    var database =
        new ExternalDatabase(
            url,
            environment.getOrDefault("YYT_DB_USER", ""),
            environment.getOrDefault("YYT_DB_PASSWORD", ""));
    database.check();
    return database;
  }

  private void check() {
    try (var connection = DriverManager.getConnection(url, user, password)) {
      var version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST) {
        throw new DatabaseTrouble(
            """
            The server is PostgreSQL %d; Yueyuetan needs %d or newer.
            服务器为 PostgreSQL %d，月月谈需要 %d 或更高版本。\
            """
                .formatted(version, OLDEST, version, OLDEST));
      }
    } catch (SQLException refused) {
      throw new DatabaseTrouble(
          """
          No connection to the database: %s
          User and password are taken from the address or from YYT_DB_USER and YYT_DB_PASSWORD.
          无法连接数据库。用户名和密码取自地址或环境变量 YYT_DB_USER、YYT_DB_PASSWORD。\
          """
              .formatted(refused.getMessage()));
    }
  }

  @Override
  public void close() {
    // Not ours to stop.
  }

  @Override
  public String toString() {
    // The query may hold the password.
    return "PostgreSQL at " + url.replaceFirst("\\?.*", "");
  }
}
