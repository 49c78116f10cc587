package org.yueyuetan.platform.intake;

import java.util.List;
import org.yueyuetan.platform.form.Fault;

/**
 * A file as it was read for a ledger.
 *
 * @param fine rows without a fault
 * @param faults by row and column, the first of each cell; no more than {@link
 *     LedgerReader#MOST_FAULTS}
 * @param remarks what was passed over, such as columns that the ledger does not know
 */
record Reading<T>(
    List<Row<T>> rows, int fine, List<CellFault> faults, List<Fault> remarks, Preview preview) {}
