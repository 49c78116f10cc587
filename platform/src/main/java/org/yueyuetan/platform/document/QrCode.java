package org.yueyuetan.platform.document;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/**
 * QR codes (ISO/IEC 18004) as drawings: sharp at any size, and without a style, as the content
 * policy demands.
 */
public final class QrCode {

  /** Light margin that scanners need, in modules. */
  private static final int QUIET = 4;

  private QrCode() {}

  /** A complete {@code <svg>} element whose spoken name is the text itself. */
  public static String svg(String text) {
    return svg(text, text);
  }

  /** A complete {@code <svg>} element, named {@code title} for those who cannot see it. */
  public static String svg(String text, String title) {
    var code = modules(text);
    int side = code.getWidth() + 2 * QUIET;
    return """
    <svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" role="img" shape-rendering="crispEdges"\
    ><title>%2$s</title><path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path fill="#000" d="%3$s"/></svg>\
    """
        .formatted(side, HtmlUtils.htmlEscape(title, "UTF-8"), path(code));
  }

  /** One rectangle for each run of dark modules in a line. */
  private static String path(ByteMatrix code) {
    var path = new StringBuilder();
    for (int y = 0; y < code.getHeight(); y++) {
      for (int x = 0; x < code.getWidth(); x++) {
        int from = x;
        while (x < code.getWidth() && code.get(x, y) == 1) {
          x++;
        }
        if (x > from) {
          path.append("M%d %dh%dv1h-%dz".formatted(from + QUIET, y + QUIET, x - from, x - from));
        }
      }
    }
    return path.toString();
  }

  static ByteMatrix modules(String text) {
    // Older scanners stumble over a stated character set: it is stated only where needed.
    Map<EncodeHintType, ?> hints =
        text.chars().allMatch(c -> c < 128)
            ? Map.of()
            : Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
    try {
      return Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix();
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException(
          "does not fit a QR code: " + text.length() + " characters", tooLong);
    }
  }
}
