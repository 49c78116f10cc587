package org.yueyuetan.platform.web;

import java.util.List;

/**
 * What the frame says about the installation.
 *
 * @param bureau name of the bureau, e.g. 聊城市民政局
 * @param city name of the city, e.g. 聊城市
 * @param official what an official site has to state at its foot, as far as it is set
 * @param demo whether this is a demonstration with sample data
 */
public record House(String bureau, String city, List<Line> official, boolean demo) {

  /** One statement: the key of its words, and its value. */
  public record Line(String key, String value) {}

  public House {
    official = List.copyOf(official);
  }
}
