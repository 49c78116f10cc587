package org.yueyuetan.platform.intake;

import org.springframework.stereotype.Component;

/**
 * Does a confirmed import at once, for tests outside this room: there the scheduler stands still.
 */
@Component
public class ImportsAtOnce {

  private final ImportWork work;

  ImportsAtOnce(ImportWork work) {
    this.work = work;
  }

  public void run(long id) {
    work.run(id, () -> false);
  }
}
