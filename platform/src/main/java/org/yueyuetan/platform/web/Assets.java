package org.yueyuetan.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Style sheets, scripts and pictures: addressed with a hash of their content, so browsers may keep
 * them for a year.
 */
@Component
class Assets implements WebMvcConfigurer {

  private final Map<String, String> addresses = new ConcurrentHashMap<>();

  /** The address of a file under {@code static}, e.g. {@code /css/yueyuetan.css?v=3f9a0c1d}. */
  String address(String path) {
    return addresses.computeIfAbsent(path, p -> p + "?v=" + hash(p));
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    var year = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    for (var folder : new String[] {"css", "js", "img"}) {
      registry
          .addResourceHandler("/" + folder + "/**")
          .addResourceLocations("classpath:/static/" + folder + "/")
          .setCacheControl(year);
    }
  }

  private static String hash(String path) {
    try (var content = new ClassPathResource("static" + path).getInputStream()) {
      var digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
