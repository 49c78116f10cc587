package org.yueyuetan.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves a city's installation; empty at first, when a page creates the first administrator. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Serves an installation; a new one starts empty and creates its first administrator on a page.",
      "启动平台；首次启动为空库，在网页上创建首位管理员。"
    })
final class Serve implements Callable<Integer> {

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port to listen on, 端口 (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder of the embedded database, 数据目录 (default: data/serve beside the program)")
  private @Nullable Path data;

  @Option(
      names = "--db-url",
      paramLabel = "URL",
      description = {
        "Use this PostgreSQL (15 or newer) instead of the embedded one, 使用外部数据库:",
        "jdbc:postgresql://host:5432/database; user and password also from YYT_DB_USER, YYT_DB_PASSWORD"
      })
  private @Nullable String databaseUrl;

  @Override
  public Integer call() {
    new Server(port, data == null ? Server.folder("serve") : data, databaseUrl).run(List.of());
    return 0;
  }
}
