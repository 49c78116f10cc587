package org.yueyuetan.platform.theme;

import static org.yueyuetan.platform.theme.MonthEvent.CHOOSE;
import static org.yueyuetan.platform.theme.MonthEvent.CLOSE;
import static org.yueyuetan.platform.theme.MonthEvent.GATHER_AGAIN;
import static org.yueyuetan.platform.theme.MonthEvent.OPEN;
import static org.yueyuetan.platform.theme.MonthEvent.REOPEN;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/** Where a month's theme stands. A choice is final: until then everything can be opened again. */
public enum MonthStatus {
  GATHERING,
  APPROVAL,
  CLOSED,
  CHOSEN;

  public static final LifeCycle<MonthStatus, MonthEvent> LIFE =
      LifeCycle.of(MonthStatus.class, MonthEvent.class)
          .move(GATHERING, OPEN, APPROVAL)
          .move(APPROVAL, CLOSE, CLOSED)
          .move(APPROVAL, REOPEN, APPROVAL)
          .move(APPROVAL, GATHER_AGAIN, GATHERING)
          .move(CLOSED, REOPEN, APPROVAL)
          .move(CLOSED, GATHER_AGAIN, GATHERING)
          .move(CLOSED, CHOOSE, CHOSEN);
}
