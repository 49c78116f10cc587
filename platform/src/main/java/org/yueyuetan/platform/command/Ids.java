package org.yueyuetan.platform.command;

import java.util.Arrays;

/** Numbers ids from 0 in the order added, and finds them without making strings of them. */
final class Ids {

  /** By slot, the hash and behind it the place in {@code written} of an id; 0 if free. */
  private long[] slots = new long[1 << 10];

  /** For each id its number in two characters, its length in two, and its characters. */
  private char[] written = new char[1 << 10];

  private int end = 1;
  private int count;

  /** The number of an id; −1 if it was not added. */
  int find(char[] text, int from, int to) {
    int hash = hash(text, from, to);
    for (int slot = hash & slots.length - 1; ; slot = slot + 1 & slots.length - 1) {
      long here = slots[slot];
      if (here == 0) {
        return -1;
      }
      if ((int) (here >>> 32) == hash && isAt((int) here, text, from, to)) {
        return number((int) here);
      }
    }
  }

  /** The number of a new id; −1 if it was added already. */
  int add(char[] text, int from, int to) {
    if (find(text, from, to) >= 0) {
      return -1;
    }
    if (2 * (count + 1) > slots.length) {
      grow();
    }
    int length = to - from;
    while (end + 4 + length > written.length) {
      written = Arrays.copyOf(written, 2 * written.length);
    }
    put((long) hash(text, from, to) << 32 | end);
    write(count);
    write(length);
    System.arraycopy(text, from, written, end, length);
    end += length;
    return count++;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[2 * before.length];
    for (long each : before) {
      if (each != 0) {
        put(each);
      }
    }
  }

  private void put(long entry) {
    int slot = (int) (entry >>> 32) & slots.length - 1;
    while (slots[slot] != 0) {
      slot = slot + 1 & slots.length - 1;
    }
    slots[slot] = entry;
  }

  private void write(int value) {
    written[end++] = (char) (value >>> 16);
    written[end++] = (char) value;
  }

  private int number(int place) {
    return written[place] << 16 | written[place + 1];
  }

  private boolean isAt(int place, char[] text, int from, int to) {
    int length = written[place + 2] << 16 | written[place + 3];
    return Arrays.equals(written, place + 4, place + 4 + length, text, from, to);
  }

  private static int hash(char[] text, int from, int to) {
    int hash = 0;
    for (int at = from; at < to; at++) {
      hash = 31 * hash + text[at];
    }
    hash *= 0x9E3779B9;
    return hash ^ hash >>> 15;
  }
}
