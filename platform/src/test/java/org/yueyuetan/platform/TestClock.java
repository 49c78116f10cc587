package org.yueyuetan.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A clock that stands still until a test moves it. */
public final class TestClock extends Clock {

  public static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 9, 0);

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private volatile Instant now = START.atZone(ZONE).toInstant();

  public void set(LocalDateTime local) {
    now = local.atZone(ZONE).toInstant();
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
