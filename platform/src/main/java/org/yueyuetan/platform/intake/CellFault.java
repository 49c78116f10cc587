package org.yueyuetan.platform.intake;

import org.yueyuetan.platform.form.Fault;

/**
 * A fault and where it stands in the file.
 *
 * @param row as the spreadsheet program counts; 0 when the whole file is meant
 * @param position of the column in the file, from 0; −1 when the file has no such column
 * @param typed what stands in the cell, shortened
 */
public record CellFault(int row, int position, String typed, Fault fault) {}
