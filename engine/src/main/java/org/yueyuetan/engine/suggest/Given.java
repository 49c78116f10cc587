package org.yueyuetan.engine.suggest;

/**
 * What a provider says it can give.
 *
 * @param id unique among what is given
 * @param field of work; empty when it says nothing
 * @param district where it is given; empty for everywhere
 * @param limit how much there is of it at most, in {@code unit}; money in fen
 */
public record Given(
    String id,
    String text,
    String field,
    String district,
    Span span,
    String kind,
    long limit,
    String unit) {

  public Given {
    if (limit <= 0) {
      throw new IllegalArgumentException(id + " gives " + limit);
    }
  }
}
