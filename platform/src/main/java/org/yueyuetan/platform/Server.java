package org.yueyuetan.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.yueyuetan.platform.database.Database;
import org.yueyuetan.platform.database.Durability;
import org.yueyuetan.platform.database.EmbeddedDatabase;
import org.yueyuetan.platform.database.ExternalDatabase;
import org.yueyuetan.platform.database.Step;

/**
 * Brings up database and application, one after the other, and takes them down the other way round.
 */
record Server(int port, Path data, @Nullable String databaseUrl) {

  /** A folder beside the program, wherever it is called from. */
  static Path folder(String name) {
    return Path.of(System.getProperty("yueyuetan.home", ""), "data", name);
  }

  ConfigurableApplicationContext run(List<String> settings) {
    checkPort();
    var url = databaseUrl;
    var database =
        url == null
            ? EmbeddedDatabase.start(data, Durability.DURABLE, step -> say(words(step)))
            : ExternalDatabase.reach(url, System.getenv());
    try {
      return start(database, settings);
    } catch (RuntimeException failed) {
      database.close();
      throw new NotStarted(failed);
    }
  }

  private ConfigurableApplicationContext start(Database database, List<String> settings) {
    var arguments = new ArrayList<>(settings);
    arguments.add("--server.port=" + port);
    arguments.add("--spring.datasource.url=" + database.url());
    arguments.add("--spring.datasource.username=" + database.user());
    arguments.add("--spring.datasource.password=" + database.password());
    arguments.add("--yueyuetan.signing.data=" + data);

    say("Starting the application 正在启动应用 …");
    var application = new SpringApplication(Yueyuetan.class);
    ApplicationListener<ApplicationReadyEvent> ready =
        event -> say("Ready 已就绪: open 请打开 http://localhost:" + port + "  (Ctrl-C stops 停止)");
    application.addListeners(ready);
    SpringApplication.getShutdownHandlers()
        .add(() -> {
          database.close();
          say("Stopped 已停止");
        });
    return application.run(arguments.toArray(String[]::new));
  }

  private void checkPort() {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (BindException taken) {
      throw new BadArgument(
          """
          Port %d is taken by another program. Stop that one, or name another port with --port.
          端口 %d 已被占用。请停止占用它的程序，或用 --port 指定其他端口。\
          """
              .formatted(port, port));
    } catch (IllegalArgumentException outOfRange) {
      throw new BadArgument("--port must be between 1 and 65535. 端口应为 1 至 65535。");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String words(Step step) {
    return switch (step) {
      case UNPACKING -> "Unpacking PostgreSQL 正在解压数据库程序 …";
      case CREATING -> "Creating the database 正在创建数据库 …";
      case STOPPING_LEFTOVER -> "Stopping the database of a killed run 正在停止上次遗留的数据库 …";
      case STARTING -> "Starting the database 正在启动数据库 …";
    };
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
