package org.yueyuetan.platform.intake;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of a {@link Ledger}: {@code Column.required("kind").of("organization.kind",
 * Kind.class).also("社团", Kind.SOCIAL_GROUP)}.
 *
 * @param key name of the form field
 * @param several whether a cell may hold several values, divided by 、 or a comma
 * @param headings other headers that mean this column, beside its words in both languages
 * @param choices key prefix of the words of {@code constants}; empty for free text
 * @param constants what may be chosen; cells hold their words, forms their names
 * @param otherWords what people also type for a constant
 */
public record Column(
    String key,
    boolean required,
    boolean several,
    List<String> headings,
    String choices,
    List<? extends Enum<?>> constants,
    Map<String, String> otherWords) {

  public Column {
    headings = List.copyOf(headings);
    constants = List.copyOf(constants);
    otherWords = Map.copyOf(otherWords);
  }

  public static Column required(String key) {
    return new Column(key, true, false, List.of(), "", List.of(), Map.of());
  }

  public static Column optional(String key) {
    return new Column(key, false, false, List.of(), "", List.of(), Map.of());
  }

  /** Also known under these headers. */
  public Column headed(String... others) {
    return new Column(key, required, several, List.of(others), choices, constants, otherWords);
  }

  /** One of an enum's constants, written as its word {@code <prefix>.<CONSTANT>}. */
  public <E extends Enum<E>> Column of(String prefix, Class<E> type) {
    return new Column(
        key,
        required,
        several,
        headings,
        prefix,
        Arrays.asList(type.getEnumConstants()),
        otherWords);
  }

  /** Several of an enum's constants. */
  public <E extends Enum<E>> Column severalOf(String prefix, Class<E> type) {
    return of(prefix, type).many();
  }

  /** Another word that people type for a constant. */
  public Column also(String word, Enum<?> constant) {
    var more = new LinkedHashMap<>(otherWords);
    more.put(word, constant.name());
    return new Column(key, required, several, headings, choices, constants, more);
  }

  private Column many() {
    return new Column(key, required, true, headings, choices, constants, otherWords);
  }
}
