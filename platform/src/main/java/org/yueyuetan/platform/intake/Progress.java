package org.yueyuetan.platform.intake;

/** Told by a ledger while it stores rows. */
@FunctionalInterface
public interface Progress {

  /**
   * So many more rows are stored. Cheap enough to be called for every row; throws when the person
   * has stopped the import, which undoes it.
   */
  void advance(int rows);
}
