package org.yueyuetan.platform.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.yueyuetan.platform.document.UnreadableFile;
import org.yueyuetan.platform.document.Upload;

/** Pictures that nobody took: a sky, hills and a moon, different for each name. */
final class SamplePicture {

  private static final int WIDTH = 480;
  private static final int HEIGHT = 320;
  private static final int HILLS = 3;

  private SamplePicture() {}

  static Upload photo(String name) throws UnreadableFile {
    return Upload.photo(name + "（样例图）.jpg", drawn(new Random(name.hashCode())));
  }

  private static byte[] drawn(Random random) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    var hue = random.nextFloat();
    pen.setPaint(
        new GradientPaint(
            0, 0, Color.getHSBColor(hue, .18f, .96f), 0, HEIGHT, Color.getHSBColor(hue, .06f, 1f)));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setPaint(new Color(0xE8, 0xC8, 0x6A));
    pen.fillOval(60 + random.nextInt(WIDTH - 180), 30 + random.nextInt(60), 64, 64);
    for (var hill = 1; hill <= HILLS; hill++) {
      pen.setPaint(Color.getHSBColor(hue + .08f * hill, .22f, .9f - .16f * hill));
      pen.fillPolygon(hill(random, HEIGHT - 200 + 50 * hill));
    }
    pen.dispose();
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "jpeg", out);
      return out.toByteArray();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static Polygon hill(Random random, int top) {
    var shape = new Polygon();
    shape.addPoint(0, HEIGHT);
    for (var x = 0; x <= WIDTH; x += 40) {
      shape.addPoint(x, top + random.nextInt(50));
    }
    shape.addPoint(WIDTH, HEIGHT);
    return shape;
  }
}
