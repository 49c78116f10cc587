package org.yueyuetan.platform.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.document.Table;
import org.yueyuetan.platform.form.Fault;
import org.yueyuetan.platform.form.Form;

/** Reads the table of a file into the rows of a ledger and gathers every fault. */
@Component
class LedgerReader {

  static final int MOST_FAULTS = 2_000;
  static final String UNKNOWN_WORD = "intake.unknownWord";

  private static final int PREVIEW_ROWS = 8;
  private static final int LONGEST_TYPED = 60;
  private static final Pattern DIVIDER = Pattern.compile("[、，,;；/|\\n]+");

  private final LedgerWords words;

  LedgerReader(LedgerWords words) {
    this.words = words;
  }

  <T> Reading<T> read(Ledger<T> ledger, Table table, SignedIn by) {
    var heading = heading(ledger, table);
    var missing = missing(ledger, heading);
    if (!missing.isEmpty()) {
      return new Reading<>(List.of(), 0, missing, heading.remarks, Preview.NONE);
    }
    if (table.rows().isEmpty()) {
      var empty = new CellFault(0, -1, "", new Fault("", "intake.noRows", List.of()));
      return new Reading<>(List.of(), 0, List.of(empty), heading.remarks, Preview.NONE);
    }
    var rows = new ArrayList<Row<T>>();
    for (var line : table.rows()) {
      var form = form(heading, line);
      var value = ledger.read(form, by);
      refuseBlanks(ledger, form);
      rows.add(new Row<>(line.number(), form, value));
    }
    ledger.check(rows, by);
    var fine = (int) rows.stream().filter(row -> !row.form().hasFaults()).count();
    return new Reading<>(
        rows, fine, faults(heading, table, rows), heading.remarks, preview(heading, table));
  }

  /** Which column of the file is which of the ledger. */
  private record Heading(
      Map<Integer, Column> columns, Map<String, Map<String, String>> choices, List<Fault> remarks) {

    int position(String key) {
      return columns.entrySet().stream()
          .filter(entry -> entry.getValue().key().equals(key))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse(-1);
    }
  }

  private Heading heading(Ledger<?> ledger, Table table) {
    var known = words.headers(ledger);
    var columns = new LinkedHashMap<Integer, Column>();
    var choices = new HashMap<String, Map<String, String>>();
    var remarks = new ArrayList<Fault>();
    for (int i = 0; i < table.header().size(); i++) {
      var header = table.header().get(i);
      var column = Optional.ofNullable(known.get(LedgerWords.comparable(header)));
      if (column.isPresent() && !columns.containsValue(column.get())) {
        columns.put(i, column.get());
        choices.put(column.get().key(), words.choices(column.get()));
      } else if (!header.isEmpty()) {
        var key = column.isPresent() ? "intake.columnTwice" : "intake.columnUnknown";
        remarks.add(new Fault("", key, List.of(header)));
      }
    }
    return new Heading(columns, choices, remarks);
  }

  private static List<CellFault> missing(Ledger<?> ledger, Heading heading) {
    return ledger.columns().stream()
        .filter(column -> column.required() && !heading.columns.containsValue(column))
        .map(column -> new Fault(column.key(), "intake.columnMissing", List.of()))
        .map(fault -> new CellFault(0, -1, "", fault))
        .toList();
  }

  private static Form form(Heading heading, Table.Row line) {
    var typed = new LinkedHashMap<String, List<String>>();
    var faults = new ArrayList<Fault>();
    heading.columns.forEach((position, column) -> {
      var cell = line.cell(position);
      if (line.rounded().contains(position)) {
        faults.add(new Fault(column.key(), "intake.rounded", List.of()));
      }
      var values = new ArrayList<String>();
      for (var part : column.several() ? parts(cell) : List.of(cell)) {
        var constant =
            heading.choices.getOrDefault(column.key(), Map.of()).get(LedgerWords.comparable(part));
        if (constant == null && !column.constants().isEmpty() && !part.isEmpty()) {
          faults.add(new Fault(column.key(), UNKNOWN_WORD, List.of(part)));
        }
        values.add(constant == null ? part : constant);
      }
      typed.put(column.key(), values);
    });
    var form = new Form(typed);
    faults.forEach(
        fault -> form.reject(fault.field(), fault.key(), fault.args().toArray(String[]::new)));
    return form;
  }

  private static List<String> parts(String cell) {
    return Arrays.stream(DIVIDER.split(cell))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static void refuseBlanks(Ledger<?> ledger, Form form) {
    for (var column : ledger.columns()) {
      if (column.required()
          && form.all(column.key()).isEmpty()
          && form.fault(column.key()).isEmpty()) {
        form.reject(column.key(), "form.required");
      }
    }
  }

  private static <T> List<CellFault> faults(Heading heading, Table table, List<Row<T>> rows) {
    var faults = new ArrayList<CellFault>();
    for (int i = 0; i < rows.size() && faults.size() < MOST_FAULTS; i++) {
      var line = table.rows().get(i);
      var told = new HashSet<String>();
      rows.get(i).form().faults().stream()
          .filter(fault -> told.add(fault.field()))
          .map(fault -> cellFault(line, heading.position(fault.field()), fault))
          .sorted(Comparator.comparingInt(CellFault::position))
          .forEach(faults::add);
    }
    return faults.subList(0, Math.min(faults.size(), MOST_FAULTS));
  }

  private static CellFault cellFault(Table.Row line, int position, Fault fault) {
    return new CellFault(
        line.number(), position, position < 0 ? "" : shortened(line.cell(position)), fault);
  }

  private static Preview preview(Heading heading, Table table) {
    return new Preview(
        heading.columns.values().stream().map(Column::key).toList(),
        table.rows().stream()
            .limit(PREVIEW_ROWS)
            .map(line ->
                new Preview.Line(
                    line.number(),
                    heading.columns.keySet().stream()
                        .map(line::cell)
                        .map(LedgerReader::shortened)
                        .toList()))
            .toList());
  }

  private static String shortened(String cell) {
    return cell.codePointCount(0, cell.length()) <= LONGEST_TYPED
        ? cell
        : cell.substring(0, cell.offsetByCodePoints(0, LONGEST_TYPED)) + "…";
  }
}
