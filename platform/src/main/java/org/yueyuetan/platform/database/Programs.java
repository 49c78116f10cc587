package org.yueyuetan.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The server's programs, unpacked from the class path into the data folder, one folder a version.
 *
 * <p>PostgreSQL refuses to run as root. Root therefore runs them in a user namespace of their own,
 * where they are nobody in particular and outside of which they still own their files.
 */
final class Programs {

  private static final String PREFIX = "postgresql-";

  private final Path folder;
  private final List<String> wrapper;

  private Programs(Path folder, List<String> wrapper) {
    this.folder = folder;
    this.wrapper = wrapper;
  }

  static Programs in(Path data, Runnable beforeUnpacking) throws IOException {
    var archive = archive();
    var folder = data.resolve(PREFIX + fingerprint(archive));
    if (!Files.isDirectory(folder)) {
      beforeUnpacking.run();
      removeOthers(data);
      var part = data.resolve(PREFIX + "part");
      unpack(archive, part);
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return new Programs(folder, wrapper());
  }

  /** Command line of one of the programs, to be run as this user. */
  List<String> command(String program, String... arguments) {
    var command = new ArrayList<>(wrapper);
    command.add(folder.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  /** Runs a program to its end; what it says goes to {@code log}. */
  boolean run(Path log, String program, String... arguments) throws IOException {
    var process =
        new ProcessBuilder(command(program, arguments))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return finish(process) == 0;
  }

  static int finish(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new DatabaseTrouble("Interrupted while the database was starting. 启动被中断。");
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (var path : inside.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void removeOthers(Path data) throws IOException {
    try (var others = Files.newDirectoryStream(data, PREFIX + "*")) {
      for (var other : others) {
        if (Files.isDirectory(other)) {
          delete(other);
        }
      }
    }
  }

  private static URL archive() {
    var system =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
            ? "darwin"
            : "linux";
    var processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    var name = "/postgres-" + system + "-" + processor + ".txz";
    var archive = Programs.class.getResource(name);
    if (archive == null) {
      throw new DatabaseTrouble(
          """
          This build carries no PostgreSQL for this machine (%s). Build it here, or use --db-url with a server elsewhere.
          本程序包不含适用于本机的 PostgreSQL（%s）。请在本机重新构建，或用 --db-url 连接其他服务器。\
          """
              .formatted(name, name));
    }
    return archive;
  }

  /** The checksum that the jar holds anyway: a new version of the server gets a new folder. */
  private static String fingerprint(URL archive) throws IOException {
    if (archive.openConnection() instanceof JarURLConnection jar) {
      return Long.toHexString(jar.getJarEntry().getCrc());
    }
    return "unpacked";
  }

  private static void unpack(URL archive, Path into) throws IOException {
    try (InputStream packed = archive.openStream();
        var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var path = into.resolve(entry.getName()).normalize();
        if (!path.startsWith(into)) {
          throw new IOException(
              "The PostgreSQL archive names a path outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, path);
          var runs = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }

  private static List<String> wrapper() {
    if (new com.sun.security.auth.module.UnixSystem().getUid() != 0) {
      return List.of();
    }
    var wrapper = List.of("unshare", "--user");
    if (!works(wrapper)) {
      throw new DatabaseTrouble(
          """
          PostgreSQL does not run as root, and this machine does not let root step down (unshare --user).
          Run Yueyuetan as an ordinary user, or use --db-url with a server elsewhere.
          PostgreSQL 不能以 root 运行，本机也不允许切换（unshare --user）。请以普通用户运行，或用 --db-url 连接其他服务器。\
          """);
    }
    return wrapper;
  }

  private static boolean works(List<String> wrapper) {
    var command = new ArrayList<>(wrapper);
    command.add("true");
    try {
      var trial =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0;
    } catch (IOException notInstalled) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(interrupted));
    }
  }
}
