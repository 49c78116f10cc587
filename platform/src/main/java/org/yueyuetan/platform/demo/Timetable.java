package org.yueyuetan.platform.demo;

import java.time.LocalDateTime;

/** Puts something on the year's timetable. */
@FunctionalInterface
interface Timetable {
  void at(LocalDateTime when, Runnable what);
}
