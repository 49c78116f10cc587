package org.yueyuetan.platform;

import static java.util.stream.Collectors.joining;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.yueyuetan.platform.account.ConsoleReset;
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

  @Option(
      names = "--proxy",
      paramLabel = "ADDRESS",
      split = ",",
      description = {
        "Address of the proxy in front that ends TLS and tells visitors' addresses; without it such",
        "headers are not believed. 前置代理的地址"
      })
  private List<String> proxies = List.of();

  @Option(
      names = "--reset-password",
      paramLabel = "USER",
      description = {
        "Give USER a new initial password and print it: when an administrator has forgotten it.",
        "为该用户生成新的初始密码并显示在控制台"
      })
  private @Nullable String forgetful;

  @Override
  public Integer call() {
    var settings = believing(proxies);
    var folder = data == null ? Server.folder("serve") : data;
    var application = new Server(port, folder, databaseUrl).run(settings);
    var user = forgetful;
    if (user != null) {
      reset(application, user);
    }
    return 0;
  }

  private static void reset(ConfigurableApplicationContext application, String user) {
    var password = application.getBean(ConsoleReset.class).reset(user);
    if (password.isEmpty()) {
      application.close();
      throw new BadArgument("No account is called %s. 没有用户名为 %s 的账号。".formatted(user, user));
    }
    System.out.printf("New initial password of %s 新的初始密码: %s%n", user, password.get());
  }

  /** Settings by which these proxies, and nobody else, are believed about visitors' addresses. */
  static List<String> believing(List<String> proxies) {
    return proxies.isEmpty()
        ? List.of()
        : List.of(
            "--server.forward-headers-strategy=native",
            "--server.tomcat.remoteip.internal-proxies="
                + proxies.stream().map(Serve::address).map(Pattern::quote).collect(joining("|")));
  }

  /** As the server names it when the proxy calls; a host's name would never be recognized. */
  private static String address(String proxy) {
    try {
      return InetAddress.ofLiteral(proxy.strip()).getHostAddress();
    } catch (IllegalArgumentException notAnAddress) {
      throw new BadArgument(
          """
          --proxy takes IP addresses such as 127.0.0.1, not %s
          --proxy 请填 IP 地址，例如 127.0.0.1\
          """
              .formatted(proxy));
    }
  }
}
