package org.yueyuetan.platform.web;

import java.io.IOException;
import java.util.Arrays;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The words of all rooms: one bundle per room, Chinese without suffix, English with {@code _en}.
 */
@Configuration
class Bundles {

  @Bean
  MessageSource messageSource() throws IOException {
    var files =
        new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
    var source = new ReloadableResourceBundleMessageSource();
    source.setBasenames(
        Arrays.stream(files)
            .map(file -> String.valueOf(file.getFilename()))
            .filter(name -> !name.endsWith("_en.properties"))
            .sorted()
            .map(name -> "classpath:messages/" + name.replace(".properties", ""))
            .toArray(String[]::new));
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setAlwaysUseMessageFormat(true);
    return source;
  }
}
