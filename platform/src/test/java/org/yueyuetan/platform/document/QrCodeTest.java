package org.yueyuetan.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

  @Test
  void aCameraReadsWhatWasWritten() throws Exception {
    var text = "https://yueyuetan.example.org/check-in/12?t=a1B2-_签到";
    var svg = QrCode.svg(text, "签到 <二维码>");

    assertThat(svg)
        .startsWith("<svg")
        .contains("role=\"img\"", "<title>签到 &lt;二维码&gt;</title>")
        .doesNotContain("style=");
    assertThat(
            new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new Drawn(svg))))
                .getText())
        .isEqualTo(text);
  }

  /** The drawing, painted at four pixels a module. */
  private static final class Drawn extends LuminanceSource {
    private static final int SCALE = 4;
    private final byte[] pixels;

    private Drawn(String svg) {
      super(side(svg), side(svg));
      pixels = new byte[getWidth() * getWidth()];
      java.util.Arrays.fill(pixels, (byte) 255);
      var run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1").matcher(svg);
      while (run.find()) {
        for (int y = 0; y < SCALE; y++) {
          int from = (number(run.group(2)) * SCALE + y) * getWidth() + number(run.group(1)) * SCALE;
          java.util.Arrays.fill(pixels, from, from + number(run.group(3)) * SCALE, (byte) 0);
        }
      }
    }

    private static int side(String svg) {
      var box = Pattern.compile("viewBox=\"0 0 (\\d+)").matcher(svg);
      assertThat(box.find()).isTrue();
      return number(box.group(1)) * SCALE;
    }

    private static int number(String digits) {
      return Integer.parseInt(digits);
    }

    @Override
    public byte[] getRow(int y, byte[] row) {
      return java.util.Arrays.copyOfRange(pixels, y * getWidth(), (y + 1) * getWidth());
    }

    @Override
    public byte[] getMatrix() {
      return pixels;
    }
  }
}
