package org.yueyuetan.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the Liaocheng year 2021 from a database of its own. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Serves a city's year to look around in: Liaocheng 2021, with sample organizations.",
      "启动演示：聊城 2021 年的月月谈，含示例社会组织。"
    })
final class Demo implements Callable<Integer> {

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port to listen on, 端口 (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the embedded database, 数据目录 (default: data/demo beside the program)")
  private @Nullable Path data;

  @Override
  public Integer call() {
    new Server(port, data == null ? Server.folder("demo") : data, null)
        .run(List.of("--yueyuetan.demo=true", "--yueyuetan.demo-access.password=Yueyuetan-2021"));
    return 0;
  }
}
