package org.yueyuetan.platform.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The password of the authority's key store: a file beside the database's password, readable by us
 * only. The store itself lies in the database, so that several processes share it; each needs the
 * same file.
 *
 * @param data the data folder
 */
@ConfigurationProperties("yueyuetan.signing")
record KeyStorePassword(@DefaultValue("data") Path data) {

  static final String FILE = "signing-password";

  Optional<char[]> read() {
    try {
      return Files.exists(file())
          ? Optional.of(Files.readString(file()).strip().toCharArray())
          : Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Makes one; moved into place when complete, so that a kill leaves no half file. */
  char[] create() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    var password = HexFormat.of().formatHex(bytes);
    var part = data.resolve(FILE + ".part");
    try {
      Files.createDirectories(data);
      Files.deleteIfExists(part);
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(part, password + "\n");
      Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return password.toCharArray();
  }

  void forget() {
    try {
      Files.deleteIfExists(file());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Path file() {
    return data.resolve(FILE);
  }
}
