package org.yueyuetan.platform.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.document.Sheet;
import org.yueyuetan.platform.document.Sheets;

/**
 * The empty spreadsheet of a ledger: one sheet to fill in, with notes on the headers and lists to
 * choose from, and one that explains each column with an example, where nobody imports it.
 */
@Component
class Template {

  private static final int NARROWEST = 12;
  private static final int WIDEST = 40;

  private final LedgerWords words;

  Template(LedgerWords words) {
    this.words = words;
  }

  byte[] of(Ledger<?> ledger, Locale language) {
    var columns = words.columns(ledger, language);
    var fill = columns.stream().map(column -> column(column, language)).toList();
    var explained =
        Stream.of("column", "required", "hint", "example", "allowed")
            .map(name -> new Sheet.Column(word(name, language), width(name)))
            .toList();
    var lines = columns.stream().map(column -> explanation(column, language));
    try (var out = new ByteArrayOutputStream()) {
      Sheets.write(
          out,
          Sheet.of(words.title(ledger, language), fill, Stream.empty()),
          Sheet.of(word("explanation", language), explained, lines));
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Sheet.Column column(ShownColumn column, Locale language) {
    var example =
        column.example().isEmpty()
            ? ""
            : words.word("intake.template.for", "", language, column.example());
    var note =
        Stream.of(column.hint(), example, String.join("、", column.allowed()))
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    int width = Math.max(2 * column.header().length() + 4, 2 * column.example().length());
    return new Sheet.Column(
        LedgerWords.marked(column),
        Math.clamp(width, NARROWEST, WIDEST),
        note,
        column.several() ? List.of() : column.allowed());
  }

  private List<String> explanation(ShownColumn column, Locale language) {
    return List.of(
        column.header(),
        word(column.required() ? "yes" : "no", language),
        column.hint(),
        column.example(),
        String.join("、", column.allowed()));
  }

  private static int width(String explained) {
    return switch (explained) {
      case "required" -> 10;
      case "column" -> 20;
      default -> WIDEST;
    };
  }

  private String word(String name, Locale language) {
    return words.word("intake.template." + name, name, language);
  }
}
