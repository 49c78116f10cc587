package org.yueyuetan.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * PostgreSQL run by this process, with everything in one folder: programs, cluster, password, logs.
 *
 * <p>The server listens on this machine only, on a free port, and asks for a password. It stops
 * when {@link #close()} is called or, by a small guard process, when this process is killed; when
 * both are killed, the next start stops the leftover and PostgreSQL recovers from its log. A file
 * lock keeps a second process off the folder.
 */
public final class EmbeddedDatabase implements Database {

  private static final String OWNER = "yueyuetan";
  private static final String LOG = "postgresql.log";
  private static final long LONGEST_LOG = 10_000_000;
  private static final int TRIES = 5;

  private final Path folder;
  private final FileLock lock;
  private final Programs programs;
  private final String password;
  private int port;
  private List<Process> guards = List.of();

  private EmbeddedDatabase(Path folder, FileLock lock, Programs programs, String password) {
    this.folder = folder;
    this.lock = lock;
    this.programs = programs;
    this.password = password;
  }

  /**
   * Starts the server, creating what is missing.
   *
   * @throws DatabaseTrouble when the person can mend it: the folder is in use, not writable …
   */
  public static EmbeddedDatabase start(
      Path folder, Durability durability, Consumer<Step> progress) {
    try {
      var data = prepare(folder);
      var lock = lock(data);
      try {
        stopLeftover(data, progress);
        shorten(data.resolve(LOG));
        var programs = Programs.in(data, () -> progress.accept(Step.UNPACKING));
        var database = new EmbeddedDatabase(data, lock, programs, password(data));
        database.createCluster(durability, progress);
        progress.accept(Step.STARTING);
        database.startServer(durability);
        database.createDatabase();
        return database;
      } catch (IOException | SQLException | RuntimeException failed) {
        lock.channel().close();
        throw failed;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (SQLException failed) {
      throw new IllegalStateException("The embedded PostgreSQL is up but refuses us", failed);
    }
  }

  @Override
  public String url() {
    return url(OWNER);
  }

  @Override
  public String user() {
    return OWNER;
  }

  @Override
  public String password() {
    return password;
  }

  /** Ends open connections and writes everything out. */
  @Override
  public void close() {
    try {
      for (var guard : guards) {
        guard.getOutputStream().close();
        guard.waitFor(60, TimeUnit.SECONDS);
      }
      lock.channel().close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path prepare(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
      if (!Files.isWritable(folder)) {
        throw new IOException("not writable");
      }
      return folder.toRealPath();
    } catch (IOException failed) {
      throw new DatabaseTrouble(
          """
          The data folder %s cannot be used: %s. Name another with --data.
          数据目录 %s 不可用。请用 --data 指定其他目录。\
          """
              .formatted(folder, reason(failed), folder));
    }
  }

  private static String reason(IOException failed) {
    return failed.getClass().getSimpleName() + ", " + failed.getMessage();
  }

  private static FileLock lock(Path data) throws IOException {
    var channel =
        FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      var lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (OverlappingFileLockException heldByThisProcess) {
      // Told below, in the same words.
    }
    channel.close();
    throw new DatabaseTrouble(
        """
        The data folder %s is in use by another Yueyuetan. Stop that one, or name another folder with --data.
        数据目录 %s 正被另一个月月谈进程使用。请先停止它，或用 --data 指定其他目录。\
        """
            .formatted(data, data));
  }

  /**
   * Stops the server of a killed run. Its process id may meanwhile belong to somebody else, above
   * all after a reboot: PostgreSQL would then refuse to start, so that the note is removed.
   */
  private static void stopLeftover(Path data, Consumer<Step> progress) throws IOException {
    var note = data.resolve("cluster/postmaster.pid");
    if (!Files.exists(note)) {
      return;
    }
    var leftover = ProcessHandle.of(pid(note)).filter(ProcessHandle::isAlive);
    if (leftover.isEmpty()) {
      return;
    }
    var program = leftover.get().info().command().map(Path::of);
    if (program.isEmpty() || !program.get().startsWith(data)) {
      Files.deleteIfExists(note);
      return;
    }
    progress.accept(Step.STOPPING_LEFTOVER);
    var stop = new ProcessBuilder("kill", "-INT", Long.toString(leftover.get().pid())).start();
    Programs.finish(stop);
    // Not until the process is gone: where nobody collects dead processes, it never is.
    for (int waited = 0; Files.exists(note) && waited < 60; waited++) {
      pause();
    }
  }

  private static long pid(Path note) throws IOException {
    try {
      return Long.parseLong(Files.readAllLines(note).getFirst().strip());
    } catch (RuntimeException unreadable) {
      return -1;
    }
  }

  private static void shorten(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LONGEST_LOG) {
      Files.delete(log);
    }
  }

  private static String password(Path data) throws IOException {
    var file = data.resolve("password");
    if (!Files.exists(file)) {
      var bytes = new byte[24];
      new SecureRandom().nextBytes(bytes);
      var part = data.resolve("password.part");
      Files.deleteIfExists(part);
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(part, HexFormat.of().formatHex(bytes) + "\n");
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file).strip();
  }

  /** Made aside and moved into place when complete, so that a kill leaves no half cluster. */
  private void createCluster(Durability durability, Consumer<Step> progress) throws IOException {
    if (durability == Durability.FAST) {
      Programs.delete(cluster());
    } else if (Files.exists(cluster())) {
      return;
    }
    progress.accept(Step.CREATING);
    var part = folder.resolve("cluster.part");
    Programs.delete(part);
    var arguments =
        new ArrayList<>(
            List.of(
                "--pgdata=" + part,
                "--username=postgres",
                "--pwfile=" + folder.resolve("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
    if (durability == Durability.FAST) {
      arguments.add("--no-sync");
    }
    if (!programs.run(log(), "initdb", arguments.toArray(String[]::new))) {
      throw failed("initdb");
    }
    Files.move(part, cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Tried again when another program takes the port first, or a killed server is still letting go
   * of its memory.
   */
  private void startServer(Durability durability) throws IOException {
    for (int tried = 1; ; tried++) {
      port = freePort();
      Files.writeString(cluster().resolve("postgresql.conf"), settings(durability));
      if (programs.run(
          log(),
          "pg_ctl",
          "--pgdata=" + cluster(),
          "--log=" + log(),
          "--wait",
          "--timeout=600",
          "start")) {
        guards = List.of(guard());
        return;
      }
      if (tried == TRIES) {
        throw failed("pg_ctl");
      }
      pause();
    }
  }

  private String settings(Durability durability) {
    return """
    # Written at every start; changes here are lost.
    listen_addresses = '127.0.0.1'
    port = %d
    unix_socket_directories = ''
    password_encryption = 'scram-sha-256'
    max_connections = 60
    shared_buffers = '128MB'
    timezone = 'UTC'
    log_timezone = 'UTC'
    lc_messages = 'C'
    log_checkpoints = off
    """
            .formatted(port)
        + durability.settings();
  }

  /**
   * A shell that waits until this process closes its pipe or dies, then stops the server. Ctrl-C on
   * the console goes to it too, and must not end it. It knows the server by process id: a later
   * server in this folder is not its own.
   */
  private Process guard() throws IOException {
    var note = cluster().resolve("postmaster.pid");
    var command =
        new ArrayList<>(
            List.of(
                "sh",
                "-c",
                """
                trap '' INT TERM HUP
                pid=$1 note=$2
                shift 2
                read -r line
                if [ "$(head -n 1 "$note" 2>/dev/null)" = "$pid" ]; then exec "$@"; fi
                """,
                "guard",
                Long.toString(pid(note)),
                note.toString()));
    command.addAll(
        programs.command(
            "pg_ctl", "--pgdata=" + cluster(), "--mode=fast", "--wait", "--timeout=60", "stop"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  /** The application signs in as the owner of its database, not as the server's superuser. */
  private void createDatabase() throws SQLException {
    try (var connection = DriverManager.getConnection(url("postgres"), "postgres", password)) {
      if (isMissing(connection, "select 1 from pg_roles where rolname = '" + OWNER + "'")) {
        execute(connection, "create role " + OWNER + " login password '" + password + "'");
      }
      if (isMissing(connection, "select 1 from pg_database where datname = '" + OWNER + "'")) {
        execute(connection, "create database " + OWNER + " owner " + OWNER);
      }
    }
  }

  private static boolean isMissing(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(query)) {
      return !found.next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private Path cluster() {
    return folder.resolve("cluster");
  }

  private Path log() {
    return folder.resolve(LOG);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new DatabaseTrouble("Interrupted while the database was starting. 启动被中断。");
    }
  }

  private IllegalStateException failed(String program) throws IOException {
    var said = Files.readAllLines(log());
    var last = said.subList(Math.max(0, said.size() - 15), said.size());
    return new IllegalStateException(
        program + " failed. The end of " + log() + ":\n  " + String.join("\n  ", last));
  }
}
