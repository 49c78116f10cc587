package org.yueyuetan.platform.database;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The real program in a process of its own, to be used, stopped or killed. */
public final class Program {

  private static final Pattern CODE = Pattern.compile("([A-Z2-9]{4})-([A-Z2-9]{4})");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final Path said;
  private final int port;

  private Program(Process process, Path said, int port) {
    this.process = process;
    this.said = said;
    this.port = port;
  }

  public static Program serve(Path data, String... more) throws Exception {
    return start("serve", data, more);
  }

  public static Program demo(Path data) throws Exception {
    return start("demo", data);
  }

  private static Program start(String what, Path data, String... more) throws Exception {
    var port = freePort();
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                classPath(),
                "org.yueyuetan.platform.Yueyuetan",
                what,
                "--port",
                String.valueOf(port),
                "--data",
                data.toString()));
    command.addAll(List.of(more));
    var said = Files.createTempFile("yueyuetan", ".out");
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    return new Program(process, said, port);
  }

  /** Waits until pages are served. */
  public Program ready() throws Exception {
    waitFor("Ready");
    return this;
  }

  String firstRunCode() throws Exception {
    waitFor("First run");
    var code = CODE.matcher(said());
    if (!code.find()) {
      throw new AssertionError("No code in: " + said());
    }
    return code.group();
  }

  public String address() {
    return "http://127.0.0.1:" + port;
  }

  String said() throws IOException {
    return Files.readString(said);
  }

  /** The server's process, which is no child of ours any more. */
  static ProcessHandle postgres(Path data) throws IOException {
    var pid = Files.readAllLines(data.resolve("cluster/postmaster.pid")).getFirst().strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** kill -9 of everything that the program has started, as when a machine loses power. */
  void killWithAll(Path data) throws Exception {
    var guards = process.descendants().toList();
    var postgres = postgres(data);
    process.destroyForcibly();
    guards.forEach(ProcessHandle::destroyForcibly);
    postgres.destroyForcibly();
    process.waitFor();
  }

  /** What Ctrl-C does. */
  public void stop() throws InterruptedException {
    process.destroy();
    exitCode();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("The program does not end");
    }
    return process.exitValue();
  }

  private void waitFor(String words) throws Exception {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (!said().contains(words)) {
      if (!process.isAlive() || System.nanoTime() > until) {
        throw new AssertionError("The program never said " + words + " but: " + said());
      }
      Thread.sleep(50);
    }
  }

  /** What the program has in its jar, without the tests, whose clock would stand still. */
  private static String classPath() {
    var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(all.split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
