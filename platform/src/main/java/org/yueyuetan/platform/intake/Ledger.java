package org.yueyuetan.platform.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;

/**
 * A list of things that people keep in a spreadsheet and that a room takes in. A room that has one
 * offers it as a bean; pages, reading, preview, transaction and progress are done here.
 *
 * <p>Words stand in the room's bundle under {@link #words()}: {@code .title} and {@code .lead} of
 * the page, and for each column {@code .<column>} (its header), {@code .<column>.hint} and {@code
 * .<column>.example}; hint and example may be missing.
 *
 * @param <T> what a row becomes
 */
public interface Ledger<T> {

  /** Name in addresses, {@code /imports/<key>}: the plural noun, such as {@code organizations}. */
  String key();

  /** Prefix of its message keys, such as {@code organization.import}. */
  String words();

  /** Address of the page where imported things stand afterwards. */
  String list();

  Set<Role> roles();

  /** In the order in which the template shows them. */
  List<Column> columns();

  /**
   * Reads one row; what is wrong is recorded in the form, and a placeholder returned. Fields are
   * named by the columns' keys. Fields that no column has are empty.
   */
  T read(Form row, SignedIn by);

  /**
   * Checks rows against each other and, in few queries, against what is stored; what is wrong is
   * recorded in the rows' forms. Rows may have faults from reading.
   */
  default void check(List<Row<T>> rows, SignedIn by) {}

  /**
   * Stores all rows; called in one transaction, in the background, after a check without faults.
   * Throws nothing of its own: whatever is thrown undoes all of it.
   */
  void apply(List<T> rows, SignedIn by, Progress progress);

  /** Refuses rows that have the same text in a column as an earlier row; blank ones may repeat. */
  static <T> void refuseRepeats(List<Row<T>> rows, String column) {
    Map<String, Integer> first = new HashMap<>();
    for (var row : rows) {
      var typed = row.form().typed(column).toUpperCase(Locale.ROOT);
      if (!typed.isEmpty()) {
        var earlier = first.putIfAbsent(typed, row.number());
        if (earlier != null) {
          row.form().reject(column, "intake.repeated", String.valueOf(earlier));
        }
      }
    }
  }
}
