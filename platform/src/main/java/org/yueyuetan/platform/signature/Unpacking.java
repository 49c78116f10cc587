package org.yueyuetan.platform.signature;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.DecodeResult;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.yueyuetan.platform.document.UnreadableFile;

/**
 * Bounds what the packed parts of a stranger's PDF file may unpack to while it is read: a file of
 * one megabyte can hold gigabytes of blanks. PDFBox unpacks into memory and knows no bound, so its
 * filters are wrapped once; whoever reads without {@link #bounded} is not concerned.
 */
final class Unpacking {

  /** An agreement with a dozen scanned annexes stays far below. */
  private static final long MOST = 64L * 1024 * 1024;

  private static final ScopedValue<AtomicLong> LEFT = ScopedValue.newInstance();

  static {
    wrapFilters();
  }

  private Unpacking() {}

  /**
   * Reads a file within the bound.
   *
   * @throws UnreadableFile when it unpacks to more, whatever the reader made of that
   */
  static <T> T bounded(ScopedValue.CallableOp<T, UnreadableFile> reading) throws UnreadableFile {
    var left = new AtomicLong(MOST);
    try {
      var read = ScopedValue.where(LEFT, left).call(reading);
      requireWithin(left);
      return read;
    } catch (UnreadableFile otherwise) {
      requireWithin(left);
      throw otherwise;
    }
  }

  private static void requireWithin(AtomicLong left) throws UnreadableFile {
    if (left.get() < 0) {
      throw new UnreadableFile("signature.file.unpacks");
    }
  }

  @SuppressWarnings("unchecked")
  private static void wrapFilters() {
    try {
      var known = FilterFactory.class.getDeclaredField("filters");
      known.setAccessible(true);
      ((Map<COSName, Filter>) known.get(FilterFactory.INSTANCE))
          .replaceAll((name, filter) -> new Bounded(filter));
    } catch (ReflectiveOperationException otherVersion) {
      throw new ExceptionInInitializerError(otherVersion);
    }
  }

  /** A filter that stops when there is nothing left of the bound. */
  private static final class Bounded extends Filter {

    private final Filter filter;

    Bounded(Filter filter) {
      this.filter = filter;
    }

    @Override
    public DecodeResult decode(InputStream in, OutputStream out, COSDictionary about, int index)
        throws IOException {
      return filter.decode(in, counted(out), about, index);
    }

    @Override
    public DecodeResult decode(
        InputStream in, OutputStream out, COSDictionary about, int index, DecodeOptions options)
        throws IOException {
      return filter.decode(in, counted(out), about, index, options);
    }

    @Override
    protected void encode(InputStream in, OutputStream out, COSDictionary about)
        throws IOException {
      filter.encode(in, out, about, 0);
    }

    private static OutputStream counted(OutputStream out) {
      return LEFT.isBound() ? new Counted(out, LEFT.get()) : out;
    }
  }

  private static final class Counted extends FilterOutputStream {

    private final AtomicLong left;

    Counted(OutputStream out, AtomicLong left) {
      super(out);
      this.left = left;
    }

    @Override
    public void write(int one) throws IOException {
      take(1);
      out.write(one);
    }

    @Override
    public void write(byte[] many, int from, int length) throws IOException {
      take(length);
      out.write(many, from, length);
    }

    private void take(int bytes) throws IOException {
      if (left.addAndGet(-bytes) < 0) {
        throw new IOException("unpacks to more than " + MOST + " bytes");
      }
    }
  }
}
