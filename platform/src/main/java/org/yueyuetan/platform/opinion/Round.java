package org.yueyuetan.platform.opinion;

/**
 * The time in which guests of a talk state opinions and vote: before, at and after it, as staff
 * open and close it.
 *
 * @param anonymous nobody reads who stated an opinion, staff included; the audit trail knows
 */
public record Round(long talk, RoundStatus status, boolean anonymous, int version) {

  static Round notYet(long talk) {
    return new Round(talk, RoundStatus.NEW, true, 0);
  }

  public boolean isOpen() {
    return status == RoundStatus.OPEN;
  }
}
