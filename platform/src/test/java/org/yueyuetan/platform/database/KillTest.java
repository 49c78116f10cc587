package org.yueyuetan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yueyuetan.platform.Site;

class KillTest {

  private static final String PASSWORD = "Lake-Dongchang-2021";

  @TempDir Path data;

  @Test
  void whatWasAcknowledgedOutlivesEveryWayToBeKilled() throws Exception {
    var first = Program.serve(data).ready();
    createAdministrator(first);
    first.killWithAll(data);

    var second = Program.serve(data).ready();
    assertThat(signsIn(second)).as("after the power went").isTrue();
    second.kill();

    // At once: the server of the killed program is still there.
    var third = Program.serve(data).ready();
    assertThat(signsIn(third)).as("after kill -9 of the program").isTrue();

    var refused = Program.serve(data);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.said()).contains("in use by another Yueyuetan", "正被另一个月月谈进程使用");

    var postgres = Program.postgres(data);
    third.stop();
    assertThat(data.resolve("cluster/postmaster.pid")).doesNotExist();
    assertThat(postgres.info().command()).as("a running server").isEmpty();
    var log = Files.readString(data.resolve("postgresql.log"));
    assertThat(log).contains("automatic recovery in progress");
    assertThat(log.substring(log.lastIndexOf("ready to accept connections")))
        .contains("database system is shut down");
  }

  private static void createAdministrator(Program program) throws Exception {
    var site = Site.at(program.address());
    site.get("/first-run");
    var answer =
        site.post(
            "/first-run",
            Map.of(
                "code", program.firstRunCode(),
                "bureau", "聊城市民政局",
                "region", "371500000000",
                "username", "admin",
                "name", "赵管理",
                "password", PASSWORD,
                "passwordAgain", PASSWORD,
                "securityUsername", "security",
                "securityName", "钱安全"));
    assertThat(answer.uri()).as(answer.body()).hasPath("/sign-in");
  }

  private static boolean signsIn(Program program) {
    var site = Site.at(program.address());
    site.get("/sign-in");
    var answer = site.post("/sign-in", Map.of("username", "admin", "password", PASSWORD));
    return answer.statusCode() < 500 && !answer.uri().getPath().equals("/sign-in");
  }
}
