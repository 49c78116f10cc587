package org.yueyuetan.platform.intake;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What a ledger's columns are called and what may stand in them, in the words of both languages.
 */
@Component
class LedgerWords {

  private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
  private static final String REQUIRED_MARK = "*";

  private final MessageSource messages;

  LedgerWords(MessageSource messages) {
    this.messages = messages;
  }

  List<ShownColumn> columns(Ledger<?> ledger, Locale language) {
    return ledger.columns().stream()
        .map(column ->
            new ShownColumn(
                header(ledger, column.key(), language),
                column.required(),
                column.several(),
                word(ledger.words() + "." + column.key() + ".hint", "", language),
                word(ledger.words() + "." + column.key() + ".example", "", language),
                allowed(column, language)))
        .toList();
  }

  List<ShownFault> lines(Ledger<?> ledger, List<CellFault> faults, Locale language) {
    return faults.stream().map(fault -> line(ledger, fault, language)).toList();
  }

  String header(Ledger<?> ledger, String column, Locale language) {
    return column.isEmpty() ? "" : word(ledger.words() + "." + column, column, language);
  }

  String title(Ledger<?> ledger, Locale language) {
    return word(ledger.words() + ".title", ledger.key(), language);
  }

  String word(String key, String otherwise, Locale language, Object... args) {
    var found = messages.getMessage(key, args, null, language);
    return found == null ? otherwise : found;
  }

  /** Header as in the template: required columns carry a mark. */
  static String marked(ShownColumn column) {
    return column.required() ? column.header() + " " + REQUIRED_MARK : column.header();
  }

  /** Headers, made comparable, with the column that each means. */
  Map<String, Column> headers(Ledger<?> ledger) {
    var headers = new HashMap<String, Column>();
    for (var column : ledger.columns()) {
      headers.put(comparable(column.key()), column);
      column.headings().forEach(other -> headers.put(comparable(other), column));
      LANGUAGES.forEach(
          language -> headers.put(comparable(header(ledger, column.key(), language)), column));
    }
    return headers;
  }

  /** Words of a column's choices, made comparable, with the constant that each means. */
  Map<String, String> choices(Column column) {
    var names = new HashMap<String, String>();
    column.otherWords().forEach((word, name) -> names.put(comparable(word), name));
    for (var constant : column.constants()) {
      names.put(comparable(constant.name()), constant.name());
      LANGUAGES.forEach(
          language -> names.put(comparable(word(column, constant, language)), constant.name()));
    }
    return names;
  }

  /** Without what people vary in writing: spaces, width, case, marks such as * or brackets. */
  static String comparable(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[(].*?[)]|[^\\p{L}\\p{N}]", "");
  }

  private ShownFault line(Ledger<?> ledger, CellFault fault, Locale language) {
    var key = fault.fault().field();
    var words =
        word(fault.fault().key(), fault.fault().key(), language, fault.fault().args().toArray());
    if (fault.fault().key().equals(LedgerReader.UNKNOWN_WORD)) {
      var allowed =
          ledger.columns().stream()
              .filter(column -> column.key().equals(key))
              .flatMap(column -> allowed(column, language).stream())
              .toList();
      words += String.join(language.getLanguage().equals("en") ? ", " : "、", allowed);
    }
    return new ShownFault(
        fault.row(),
        fault.position() < 0 ? "" : CellReference.convertNumToColString(fault.position()),
        header(ledger, key, language),
        fault.typed(),
        words);
  }

  private List<String> allowed(Column column, Locale language) {
    return column.constants().stream().map(constant -> word(column, constant, language)).toList();
  }

  private String word(Column column, Enum<?> constant, Locale language) {
    return word(column.choices() + "." + constant.name(), constant.name(), language);
  }
}
