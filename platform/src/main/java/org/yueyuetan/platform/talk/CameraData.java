package org.yueyuetan.platform.talk;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.yueyuetan.platform.document.UnreadableFile;

/**
 * Takes out of a photo what the camera wrote beside the picture (place, device, thumbnail):
 * published photos must not tell where their owner lives. Which way is up stays, the picture's own
 * bytes stay as they are. Layout of a JPEG: ITU-T T.81, annex B; of the camera's block: Exif 2.3;
 * of a PNG: ISO/IEC 15948.
 */
public final class CameraData {

  private static final int START = 0xd8;
  private static final int END = 0xd9;
  private static final int SCAN = 0xda;
  private static final int APP1 = 0xe1;
  private static final int APP2 = 0xe2;
  private static final int APP3 = 0xe3;
  private static final int APP13 = 0xed;
  private static final int COMMENT = 0xfe;
  private static final int ORIENTATION = 0x0112;

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final Set<String> PNG_BESIDE = Set.of("eXIf", "tEXt", "zTXt", "iTXt", "tIME");
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] COLOURS = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

  private CameraData() {}

  /**
   * The picture alone; files that are no photos come back as they are.
   *
   * @throws UnreadableFile when a photo is broken, so that nobody can say what it tells
   */
  public static byte[] removedFrom(byte[] file) throws UnreadableFile {
    try {
      if (isJpeg(file)) {
        return picture(file);
      }
      return startsWith(file, PNG) ? pngPicture(file) : file;
    } catch (BufferUnderflowException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | IllegalArgumentException broken) {
      throw new UnreadableFile("document.upload.brokenPhoto");
    }
  }

  /** Texts, times and the camera's block go; whatever shows the picture stays. */
  private static byte[] pngPicture(byte[] file) {
    var in = ByteBuffer.wrap(file).position(PNG.length);
    var out = new ByteArrayOutputStream(file.length);
    out.writeBytes(PNG);
    while (true) {
      var from = in.position();
      var length = in.getInt();
      var name = new byte[4];
      in.get(name);
      in.position(in.position() + length + 4);
      var kind = new String(name, StandardCharsets.US_ASCII);
      if (!PNG_BESIDE.contains(kind)) {
        out.write(file, from, in.position() - from);
      }
      if (kind.equals("IEND")) {
        return out.toByteArray();
      }
    }
  }

  private static boolean isJpeg(byte[] file) {
    return file.length > 4 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == START;
  }

  private static byte[] picture(byte[] file) {
    var in = ByteBuffer.wrap(file).position(2);
    var body = new ByteArrayOutputStream(file.length);
    var orientation = 1;
    while (true) {
      var marker = marker(in);
      if (marker == END) {
        return assembled(orientation, body);
      }
      var segment = new byte[(in.getShort() & 0xffff) - 2];
      in.get(segment);
      if (marker == APP1 && startsWith(segment, EXIF)) {
        orientation = orientation(segment);
      }
      if (belongsToPicture(marker, segment)) {
        write(body, marker, segment);
      }
      if (marker == SCAN) {
        copyScan(in, body);
      }
    }
  }

  private static int marker(ByteBuffer in) {
    if ((in.get() & 0xff) != 0xff) {
      throw new IllegalArgumentException("a segment begins with FF");
    }
    var marker = in.get() & 0xff;
    while (marker == 0xff) {
      marker = in.get() & 0xff;
    }
    return marker;
  }

  /** Colour profile and tables stay; Exif, XMP, IPTC, further pictures and comments go. */
  private static boolean belongsToPicture(int marker, byte[] segment) {
    return marker == APP2
        ? startsWith(segment, COLOURS)
        : marker != APP1 && marker != COMMENT && (marker < APP3 || marker > APP13);
  }

  /** Coded data last until a marker that is neither a stuffed zero nor a restart. */
  private static void copyScan(ByteBuffer in, ByteArrayOutputStream body) {
    while (true) {
      var value = in.get() & 0xff;
      if (value == 0xff) {
        var next = in.get(in.position()) & 0xff;
        if (next != 0 && (next < 0xd0 || next > 0xd7)) {
          in.position(in.position() - 1);
          return;
        }
      }
      body.write(value);
    }
  }

  private static int orientation(byte[] segment) {
    try {
      var tiff = ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length).slice();
      tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      var directory = tiff.getInt(4);
      var entries = tiff.getShort(directory);
      for (var n = 0; n < entries; n++) {
        var entry = directory + 2 + 12 * n;
        if ((tiff.getShort(entry) & 0xffff) == ORIENTATION) {
          return tiff.getShort(entry + 8);
        }
      }
      return 1;
    } catch (IndexOutOfBoundsException broken) {
      return 1;
    }
  }

  private static byte[] assembled(int orientation, ByteArrayOutputStream body) {
    var out = new ByteArrayOutputStream(body.size() + 64);
    out.write(0xff);
    out.write(START);
    if (orientation > 1 && orientation <= 8) {
      write(out, APP1, upright(orientation));
    }
    out.writeBytes(body.toByteArray());
    out.write(0xff);
    out.write(END);
    return out.toByteArray();
  }

  /** The smallest Exif block: one directory with one entry. */
  private static byte[] upright(int orientation) {
    return ByteBuffer.allocate(EXIF.length + 26)
        .put(EXIF)
        .put(new byte[] {'M', 'M', 0, 42})
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) ORIENTATION)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }

  private static void write(ByteArrayOutputStream out, int marker, byte[] segment) {
    out.write(0xff);
    out.write(marker);
    out.write((segment.length + 2) >> 8);
    out.write(segment.length + 2);
    out.writeBytes(segment);
  }

  private static boolean startsWith(byte[] segment, byte[] sign) {
    return segment.length >= sign.length
        && Arrays.equals(segment, 0, sign.length, sign, 0, sign.length);
  }
}
