package org.yueyuetan.platform.theme;

import java.time.YearMonth;

/** Organizations can no longer, or not yet, approve the month's candidates. */
final class ApprovalOver extends RuntimeException {
  ApprovalOver(YearMonth month) {
    super("no approval is open for " + month);
  }
}
