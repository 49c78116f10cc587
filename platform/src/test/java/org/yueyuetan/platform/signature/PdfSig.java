package org.yueyuetan.platform.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Poppler's {@code pdfsig}: a judge of signatures that shares no line with what made them. */
public final class PdfSig {

  private PdfSig() {}

  /** What it says of a file. */
  public static String of(byte[] pdf) throws IOException {
    var file = Files.createTempFile("signed", ".pdf");
    try {
      Files.write(file, pdf);
      var judge = new ProcessBuilder("pdfsig", file.toString()).redirectErrorStream(true).start();
      return new String(judge.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      Files.delete(file);
    }
  }
}
