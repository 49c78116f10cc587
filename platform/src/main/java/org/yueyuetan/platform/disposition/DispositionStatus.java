package org.yueyuetan.platform.disposition;

import static org.yueyuetan.platform.disposition.DispositionMove.ANSWER;
import static org.yueyuetan.platform.disposition.DispositionMove.ASK;
import static org.yueyuetan.platform.disposition.DispositionMove.CITE;
import static org.yueyuetan.platform.disposition.DispositionMove.CLOSE;
import static org.yueyuetan.platform.disposition.DispositionMove.EXTEND;
import static org.yueyuetan.platform.disposition.DispositionMove.MERGE;
import static org.yueyuetan.platform.disposition.DispositionMove.RATE;
import static org.yueyuetan.platform.disposition.DispositionMove.REASSIGN;
import static org.yueyuetan.platform.disposition.DispositionMove.REFUSE;
import static org.yueyuetan.platform.disposition.DispositionMove.REOPEN;
import static org.yueyuetan.platform.disposition.DispositionMove.RETURN;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/** Where the answer to an opinion stands, with its life cycle: reopened once at most. */
public enum DispositionStatus {
  /** 办理中 */
  ASSIGNED,
  /** 已退回，待重新交办 */
  RETURNED,
  /** 已答复，待评价 */
  ANSWERED,
  /** 重新办理 */
  REOPENED,
  /** 再次答复，待评价 */
  ANSWERED_AGAIN,
  /** 办结 */
  CLOSED;

  public static final LifeCycle<DispositionStatus, DispositionMove> LIFE =
      LifeCycle.of(DispositionStatus.class, DispositionMove.class)
          .move(ASSIGNED, REASSIGN, ASSIGNED)
          .move(ASSIGNED, RETURN, RETURNED)
          .move(ASSIGNED, ASK, ASSIGNED)
          .move(ASSIGNED, EXTEND, ASSIGNED)
          .move(ASSIGNED, REFUSE, ASSIGNED)
          .move(ASSIGNED, CITE, ASSIGNED)
          .move(ASSIGNED, ANSWER, ANSWERED)
          .move(ASSIGNED, MERGE, CLOSED)
          .move(RETURNED, REASSIGN, ASSIGNED)
          .move(RETURNED, CITE, RETURNED)
          .move(RETURNED, MERGE, CLOSED)
          .move(ANSWERED, RATE, CLOSED)
          .move(ANSWERED, CLOSE, CLOSED)
          .move(ANSWERED, REOPEN, REOPENED)
          .move(REOPENED, REASSIGN, REOPENED)
          .move(REOPENED, ASK, REOPENED)
          .move(REOPENED, EXTEND, REOPENED)
          .move(REOPENED, REFUSE, REOPENED)
          .move(REOPENED, CITE, REOPENED)
          .move(REOPENED, ANSWER, ANSWERED_AGAIN)
          .move(REOPENED, MERGE, CLOSED)
          .move(ANSWERED_AGAIN, RATE, CLOSED)
          .move(ANSWERED_AGAIN, CLOSE, CLOSED);

  public boolean allows(DispositionMove move) {
    return LIFE.allows(this, move);
  }

  /** Somebody has yet to answer. */
  public boolean isOpen() {
    return this == ASSIGNED || this == RETURNED || this == REOPENED;
  }

  public boolean awaitsRating() {
    return this == ANSWERED || this == ANSWERED_AGAIN;
  }
}
