package org.yueyuetan.platform.talk;

/** Another talk of the year has that number already. */
final class NumberTaken extends RuntimeException {
  NumberTaken(int year, int number) {
    super("talk " + number + " of " + year + " exists");
  }
}
