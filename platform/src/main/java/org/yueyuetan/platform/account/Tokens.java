package org.yueyuetan.platform.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Signed links: a value that people may carry but not make. HMAC-SHA-256 under the installation's
 * secret, cut to 128 bits so that a link fits a text message; the purpose is signed too, so a token
 * of one kind is no token of another.
 */
@Component
public class Tokens {

  private static final int MAC_BYTES = 16;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final Settings settings;

  Tokens(Settings settings) {
    this.settings = settings;
  }

  public String sign(String purpose, String value) {
    var bytes = value.getBytes(StandardCharsets.UTF_8);
    return ENCODER.encodeToString(bytes) + "." + ENCODER.encodeToString(mac(purpose, bytes));
  }

  /** The value inside a token that we signed for this purpose; empty for anything else. */
  public Optional<String> read(String purpose, String token) {
    var dot = token.indexOf('.');
    if (dot < 0 || token.length() > 500) {
      return Optional.empty();
    }
    try {
      var value = Base64.getUrlDecoder().decode(token.substring(0, dot));
      var mac = Base64.getUrlDecoder().decode(token.substring(dot + 1));
      return MessageDigest.isEqual(mac, mac(purpose, value))
          ? Optional.of(new String(value, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Bytes that follow from the installation's secret and that nobody else can find out. */
  byte[] derived(String purpose, long id) {
    return mac(purpose, String.valueOf(id).getBytes(StandardCharsets.UTF_8));
  }

  private byte[] mac(String purpose, byte[] value) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(settings.secret(), "HmacSHA256"));
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      var full = mac.doFinal(value);
      return java.util.Arrays.copyOf(full, MAC_BYTES);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
