package org.yueyuetan.platform.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What kind of office file some bytes are, told without trusting name or size stated inside. */
enum Container {
  XLSX,
  DOCX,
  PPTX,
  /** An office file with a program in it. */
  MACROS,
  ENCRYPTED,
  OLD_EXCEL,
  WEB_PAGE,
  /** Unpacks to far more than it weighs. */
  TOO_LARGE,
  BROKEN,
  PERHAPS_TEXT,
  OTHER;

  /** Several times as much is held in memory while a sheet of many short texts is read. */
  private static final long MOST_UNPACKED = 64L * 1024 * 1024;

  private static final int MOST_ENTRIES = 2_000;

  static Container of(byte[] content) {
    if (startsWith(content, 'P', 'K', 3, 4)) {
      return zip(content);
    }
    if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
      return compound(content);
    }
    var start =
        new String(content, 0, Math.min(content.length, 1024), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    if (start.contains("<html") || start.contains("<table") || start.contains("<!doctype")) {
      return WEB_PAGE;
    }
    return start.startsWith("%pdf") || start.startsWith("<?xml") ? OTHER : PERHAPS_TEXT;
  }

  private static Container zip(byte[] content) {
    Set<String> names = new HashSet<>();
    var buffer = new byte[64 * 1024];
    long unpacked = 0;
    try (var zip = new ZipArchiveInputStream(new ByteArrayInputStream(content))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
          unpacked += n;
          if (unpacked > MOST_UNPACKED || names.size() > MOST_ENTRIES) {
            return TOO_LARGE;
          }
        }
      }
    } catch (IOException | IllegalArgumentException damaged) {
      return BROKEN;
    }
    if (names.stream().anyMatch(name -> name.endsWith("vbaProject.bin"))) {
      return MACROS;
    }
    if (!names.contains("[Content_Types].xml")) {
      return names.isEmpty() ? BROKEN : OTHER;
    }
    if (names.contains("xl/workbook.xml")) {
      return XLSX;
    }
    if (names.contains("word/document.xml")) {
      return DOCX;
    }
    return names.contains("ppt/presentation.xml") ? PPTX : OTHER;
  }

  private static Container compound(byte[] content) {
    try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
      var root = files.getRoot();
      if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
        return ENCRYPTED;
      }
      return root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")
          ? OLD_EXCEL
          : OTHER;
    } catch (IOException | RuntimeException damaged) {
      return BROKEN;
    }
  }

  private static boolean startsWith(byte[] content, int... bytes) {
    if (content.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((content[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
