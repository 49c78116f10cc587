package org.yueyuetan.platform.intake;

import org.yueyuetan.platform.form.Form;

/**
 * One row of a file.
 *
 * @param number as the spreadsheet program counts
 * @param form what was typed, and what is wrong with it
 */
public record Row<T>(int number, Form form, T value) {}
