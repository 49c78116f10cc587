package org.yueyuetan.platform.signature;

import java.nio.file.Path;

/** The platform cannot sign now; its key, in bundle {@code signature}, says why. */
public final class SigningUnavailable extends RuntimeException {

  private final String key;

  /** The file with the password of the key store is missing. */
  SigningUnavailable(Path file) {
    super(lost(file));
    this.key = "signature.unavailable.key";
  }

  /** The file holds another password. */
  SigningUnavailable(Path file, Exception cause) {
    super(lost(file), cause);
    this.key = "signature.unavailable.key";
  }

  /** The time stamp authority does not answer as it should. */
  SigningUnavailable(String key, Exception cause) {
    super(key, cause);
    this.key = key;
  }

  public String key() {
    return key;
  }

  private static String lost(Path file) {
    return """
    The key store of the signing authority does not open with the password in %s: \
    copy the file %s from the data folder of the first process. \
    签名密钥库打不开：请把首个进程数据目录中的 %s 文件复制过来。\
    """
        .formatted(file, KeyStorePassword.FILE, KeyStorePassword.FILE);
  }
}
