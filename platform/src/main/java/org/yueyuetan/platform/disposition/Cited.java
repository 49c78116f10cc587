package org.yueyuetan.platform.disposition;

import java.util.Optional;

/**
 * Something that an answer refers to, as its reader may see it.
 *
 * @param called key of what such a thing is called in the bundles, e.g. 文件
 * @param state key of how it stands; empty where that says nothing
 * @param address of its page
 */
public record Cited(Ref ref, String called, String title, String state, String address) {

  /** What a thing is called by: {@code policy:12} in forms. */
  public record Ref(String kind, long id) {

    static Optional<Ref> parse(String typed) {
      var colon = typed.indexOf(':');
      var number = typed.substring(colon + 1);
      return colon > 0 && number.matches("[0-9]{1,18}")
          ? Optional.of(new Ref(typed.substring(0, colon), Long.parseLong(number)))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return kind + ":" + id;
    }
  }
}
