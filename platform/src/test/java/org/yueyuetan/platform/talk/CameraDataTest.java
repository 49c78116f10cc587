package org.yueyuetan.platform.talk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.yueyuetan.platform.document.UnreadableFile;

class CameraDataTest {

  private static byte[] picture() throws IOException {
    var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(5, 5, 20, 10);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", bytes);
    return bytes.toByteArray();
  }

  /**
   * The picture as a phone writes it: orientation 6, a place, a comment, and something behind the
   * end.
   */
  private static byte[] photo() throws IOException {
    var place = "N36.4568 E115.9855".getBytes(US_ASCII);
    var exif =
        ByteBuffer.allocate(6 + 26 + place.length)
            .put("Exif\0\0MM\0*".getBytes(US_ASCII))
            .putInt(8)
            .putShort((short) 1)
            .putShort((short) 0x0112)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) 6)
            .putShort((short) 0)
            .putInt(0)
            .put(place)
            .array();
    var picture = picture();
    var out = new ByteArrayOutputStream();
    out.write(picture, 0, 2);
    segment(out, 0xe1, exif);
    segment(out, 0xfe, "home".getBytes(US_ASCII));
    out.write(picture, 2, picture.length - 2);
    out.writeBytes("N36.4568 video".getBytes(US_ASCII));
    return out.toByteArray();
  }

  private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
    out.write(0xff);
    out.write(marker);
    out.write((content.length + 2) >> 8);
    out.write(content.length + 2);
    out.writeBytes(content);
  }

  @Test
  void thePlaceIsGoneAndThePictureStays() throws Exception {
    var cleaned = CameraData.removedFrom(photo());
    assertThat(new String(cleaned, ISO_8859_1)).doesNotContain("N36").doesNotContain("home");
    var before = ImageIO.read(new ByteArrayInputStream(picture()));
    var after = ImageIO.read(new ByteArrayInputStream(cleaned));
    assertThat(after.getRGB(0, 0, 40, 30, null, 0, 40))
        .isEqualTo(before.getRGB(0, 0, 40, 30, null, 0, 40));
  }

  @Test
  void whichWayIsUpStays() throws Exception {
    var once = CameraData.removedFrom(photo());
    assertThat(new String(once, ISO_8859_1)).contains("Exif\0\0MM\0*");
    assertThat(CameraData.removedFrom(once)).isEqualTo(once);
  }

  @Test
  void aBrokenPhotoIsRefusedForNobodyKnowsWhatItTells() throws IOException {
    var broken = java.util.Arrays.copyOf(photo(), 60);
    assertThatThrownBy(() -> CameraData.removedFrom(broken)).isInstanceOf(UnreadableFile.class);
    var withoutLength = new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 0};
    assertThatThrownBy(() -> CameraData.removedFrom(withoutLength))
        .isInstanceOf(UnreadableFile.class);
    var halfPng = java.util.Arrays.copyOf(png("home"), 40);
    assertThatThrownBy(() -> CameraData.removedFrom(halfPng)).isInstanceOf(UnreadableFile.class);
  }

  @Test
  void otherFilesComeBackAsTheyAre() throws UnreadableFile {
    assertThat(CameraData.removedFrom(new byte[] {1, 2, 3})).containsExactly(1, 2, 3);
  }

  @Test
  void aPngTellsNothingBesideThePicture() throws IOException, UnreadableFile {
    var cleaned = CameraData.removedFrom(png("N36.4568 home"));
    assertThat(new String(cleaned, ISO_8859_1)).doesNotContain("N36").contains("IDAT");
    assertThat(ImageIO.read(new ByteArrayInputStream(cleaned)).getRGB(10, 10))
        .isEqualTo(Color.RED.getRGB());
  }

  /** A picture with a text beside it, as screenshots and editors write them. */
  private static byte[] png(String text) throws IOException {
    var plain = new ByteArrayOutputStream();
    ImageIO.write(ImageIO.read(new ByteArrayInputStream(redSquare())), "png", plain);
    var picture = plain.toByteArray();
    var content = ("Comment\0" + text).getBytes(US_ASCII);
    var chunk =
        ByteBuffer.allocate(12 + content.length)
            .putInt(content.length)
            .put("tEXt".getBytes(US_ASCII))
            .put(content);
    var sum = new java.util.zip.CRC32();
    sum.update(chunk.array(), 4, 4 + content.length);
    chunk.putInt((int) sum.getValue());
    var behindHeader = 8 + 25;
    var out = new ByteArrayOutputStream();
    out.write(picture, 0, behindHeader);
    out.writeBytes(chunk.array());
    out.write(picture, behindHeader, picture.length - behindHeader);
    return out.toByteArray();
  }

  private static byte[] redSquare() throws IOException {
    var image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, 20, 20);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "bmp", bytes);
    return bytes.toByteArray();
  }
}
