package org.yueyuetan.platform.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Moves through the year while it is loaded, then runs on from where the year stopped. */
final class DemoClock extends Clock {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private volatile Duration offset = Duration.ZERO;

  /** From now on the clock runs from {@code instant}. */
  void set(Instant instant) {
    offset = Duration.between(Instant.now(), instant);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(Clock.system(zone), offset);
  }
}
