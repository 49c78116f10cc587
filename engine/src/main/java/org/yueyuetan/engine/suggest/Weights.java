package org.yueyuetan.engine.suggest;

/**
 * How many points each likeness is worth at most.
 *
 * @param words words in common
 * @param field the same field of work
 * @param district the same district
 * @param span times that overlap
 * @param amount how much of what is needed the provider could give
 */
public record Weights(int words, int field, int district, int span, int amount) {

  public static final Weights STANDARD = new Weights(40, 15, 15, 15, 15);

  public Weights {
    if (words < 0 || field < 0 || district < 0 || span < 0 || amount < 0) {
      throw new IllegalArgumentException(
          "weights must not be negative: %d %d %d %d %d"
              .formatted(words, field, district, span, amount));
    }
    if (words + field + district + span + amount == 0) {
      throw new IllegalArgumentException("all weights are 0");
    }
  }
}
