package org.yueyuetan.platform.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.tika.Tika;

/**
 * A file that a person sent, accepted: its type is what its bytes say, its name is harmless and
 * ends as its type does. Pages and drawings with scripts (HTML, SVG) and files with macros are
 * among those never accepted.
 */
public final class Upload {

  public static final int MOST_PHOTO_BYTES = 10 * 1024 * 1024;
  public static final int MOST_FILE_BYTES = 20 * 1024 * 1024;

  private static final Tika TIKA = new Tika();
  private static final int LONGEST_NAME = 100;
  private static final Pattern UNFIT = Pattern.compile("[\\p{C}\\\\/:*?\"<>|%;]+");
  private static final Map<String, String> PHOTOS =
      Map.of("image/jpeg", ".jpg", "image/png", ".png");
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final String DOCX = OFFICE + "wordprocessingml.document";
  private static final String PPTX = OFFICE + "presentationml.presentation";
  private static final String PDF = "application/pdf";
  private static final String TEXT = "text/plain";
  private static final Map<String, String> FILES =
      Map.of(PDF, ".pdf", DOCX, ".docx", Sheets.XLSX, ".xlsx", PPTX, ".pptx", TEXT, ".txt");

  private final String name;
  private final String type;
  private final byte[] content;

  private Upload(String name, String type, byte[] content) {
    this.name = name;
    this.type = type;
    this.content = content;
  }

  public String name() {
    return name;
  }

  public String type() {
    return type;
  }

  public byte[] content() {
    return content;
  }

  /**
   * A photo: JPEG or PNG, the two that can be freed of what the camera wrote beside the picture.
   */
  public static Upload photo(String name, byte[] content) throws UnreadableFile {
    return accept(name, content, MOST_PHOTO_BYTES, PHOTOS, "document.upload.notAPhoto");
  }

  /** A paper: PDF, Word, Excel, PowerPoint in their present formats, or plain text. */
  public static Upload file(String name, byte[] content) throws UnreadableFile {
    return accept(name, content, MOST_FILE_BYTES, FILES, "document.upload.notAFile");
  }

  public static boolean isPhoto(String type) {
    return PHOTOS.containsKey(type);
  }

  /** Media type by content; the name is not looked at. */
  public static String type(byte[] content) {
    return switch (Container.of(content)) {
      case XLSX -> Sheets.XLSX;
      case DOCX -> DOCX;
      case PPTX -> PPTX;
      case WEB_PAGE -> "text/html";
      case MACROS, ENCRYPTED, OLD_EXCEL, TOO_LARGE, BROKEN -> "application/octet-stream";
      case PERHAPS_TEXT, OTHER -> {
        var detected = TIKA.detect(content);
        yield detected.equals(TEXT) && !isUtf8(content) ? "application/octet-stream" : detected;
      }
    };
  }

  private static Upload accept(
      String name, byte[] content, int most, Map<String, String> allowed, String refusal)
      throws UnreadableFile {
    if (content.length == 0) {
      throw new UnreadableFile("document.file.empty");
    }
    if (content.length > most) {
      throw new UnreadableFile("document.file.tooLarge", Sheets.megabytes(most));
    }
    var type = type(content);
    var extension = allowed.get(type);
    if (extension == null) {
      throw new UnreadableFile(
          Container.of(content) == Container.ENCRYPTED ? "document.file.encrypted" : refusal);
    }
    return new Upload(clean(name, extension), type, content);
  }

  /**
   * The last part of a path, without signs that file systems or headers take amiss, with the
   * extension of its type.
   */
  static String clean(String name, String extension) {
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    int dot = last.lastIndexOf('.');
    var stem =
        UNFIT
            .matcher(dot < 0 ? last : last.substring(0, dot))
            .replaceAll(" ")
            .strip()
            .replaceAll("^\\.+", "");
    if (stem.isEmpty()) {
      stem = "file";
    }
    int characters = stem.codePointCount(0, stem.length());
    return stem.substring(0, stem.offsetByCodePoints(0, Math.min(characters, LONGEST_NAME))).strip()
        + extension;
  }

  private static boolean isUtf8(byte[] content) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }
}
