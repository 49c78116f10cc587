package org.yueyuetan.platform.outcome;

/**
 * A counted figure. Its words are {@code outcome.figure.<key>.label}, {@code .unit} and {@code
 * .definition}; the rows that it counts are at {@link #address()}.
 */
public record Figure(String key, long value) {

  public String label() {
    return "outcome.figure." + key + ".label";
  }

  public String unit() {
    return "outcome.figure." + key + ".unit";
  }

  public String definition() {
    return "outcome.figure." + key + ".definition";
  }

  public String address() {
    return "/figures/" + key;
  }
}
