package org.yueyuetan.platform.talk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token inside the code on the room's screen: shows that somebody stands before it now. A new
 * one every 30 seconds, each good for 60 to 90 seconds, so that a slow phone is not turned away and
 * a forwarded picture is.
 */
final class RoomToken {

  private static final long STEP_SECONDS = 30;
  private static final int STEPS_BACK = 2;
  private static final int BYTES = 12;

  private RoomToken() {}

  static String at(Instant now, String secret, long talk) {
    return ofStep(step(now), secret, talk);
  }

  static boolean accepts(String token, Instant now, String secret, long talk) {
    var given = token.getBytes(StandardCharsets.UTF_8);
    var newest = step(now);
    for (var step = newest; step >= newest - STEPS_BACK; step--) {
      if (MessageDigest.isEqual(
          given, ofStep(step, secret, talk).getBytes(StandardCharsets.UTF_8))) {
        return true;
      }
    }
    return false;
  }

  private static long step(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
  }

  private static String ofStep(long step, String secret, long talk) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      var full = mac.doFinal((talk + ":" + step).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, BYTES));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
