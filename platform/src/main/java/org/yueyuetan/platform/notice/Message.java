package org.yueyuetan.platform.notice;

import java.util.List;

/**
 * Something to tell a person, put into words in that person's language.
 *
 * @param key opens two texts of the bundles: {@code <key>.title}, one line, and {@code <key>.text},
 *     what follows it
 * @param args what both texts quote, by position
 * @param link path inside the platform where it goes on, e.g. {@code /needs/7}
 */
public record Message(String key, List<String> args, String link) {
  public Message {
    args = List.copyOf(args);
    if (!link.startsWith("/") || link.startsWith("//")) {
      throw new IllegalArgumentException("not a path inside the platform: " + link);
    }
  }
}
