package org.yueyuetan.platform.showcase;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures for tests. */
final class ShowcaseFixture {

  private ShowcaseFixture() {}

  /** A JPEG that tells, as a phone's does, where it was taken. */
  static byte[] photo(Color colour) {
    var image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(colour);
    pen.fillRect(0, 0, 400, 300);
    pen.dispose();
    var out = new ByteArrayOutputStream();
    try {
      var file = new ByteArrayOutputStream();
      ImageIO.write(image, "jpeg", file);
      var bytes = file.toByteArray();
      out.write(bytes, 0, 2);
      out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 8, 'N', '3', '6', '.', '4', '5'});
      out.write(bytes, 2, bytes.length - 2);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
