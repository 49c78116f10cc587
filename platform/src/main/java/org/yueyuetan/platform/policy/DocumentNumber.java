package org.yueyuetan.platform.policy;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A number in the register (发文登记).
 *
 * @param policy the document that bears it; empty when it was used outside the platform
 * @param voidReason why it was given up; empty while it holds
 */
public record DocumentNumber(
    String code,
    int year,
    int number,
    Optional<Long> policy,
    String title,
    Optional<LocalDate> dated,
    String voidReason,
    String recordedBy) {

  public String written() {
    return code + "〔" + year + "〕" + number + "号";
  }

  public boolean isVoid() {
    return !voidReason.isEmpty();
  }
}
