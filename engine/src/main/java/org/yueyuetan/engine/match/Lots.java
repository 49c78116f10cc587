package org.yueyuetan.engine.match;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders parties that somebody ranks the same, by lots that anyone can draw again. */
final class Lots implements Comparator<Integer> {

  private final String seed;
  private final List<String> ids;
  private final byte[] @Nullable [] drawn;

  Lots(String seed, List<String> ids) {
    this.seed = seed;
    this.ids = ids;
    drawn = new byte[ids.size()][];
  }

  @Override
  public int compare(Integer one, Integer other) {
    int order = Arrays.compareUnsigned(lot(one), lot(other));
    return order == 0 ? one.compareTo(other) : order;
  }

  private byte[] lot(int party) {
    var lot = drawn[party];
    if (lot == null) {
      lot = sha256("match lot\n%s\n%s".formatted(seed, ids.get(party)));
      drawn[party] = lot;
    }
    return lot;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
