package org.yueyuetan.platform.intake;

/**
 * A fault in the person's language.
 *
 * @param row 0 when the whole file is meant
 * @param place letter of the column in the file; empty when there is none
 */
public record ShownFault(int row, String place, String column, String typed, String words) {}
