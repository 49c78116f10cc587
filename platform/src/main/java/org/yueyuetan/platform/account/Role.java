package org.yueyuetan.platform.account;

/** What a person may do. One person may hold several, but not every pair: see {@link #excludes}. */
public enum Role {
  /** Bureau staff (民政局工作人员): runs the month. */
  ORGANIZER,
  /** A department asked to answer (承办部门). */
  DEPARTMENT,
  /** Speaks for one organization (社会组织代表). */
  REPRESENTATIVE,
  /** Reads everything, changes nothing (审计员). */
  AUDITOR,
  /** Creates accounts and settings (系统管理员). */
  SYSTEM_ADMIN,
  /** Grants rights, cannot read business data (安全管理员). */
  SECURITY_ADMIN;

  /**
   * Separation of administrators (三员分立): the three may not be one person, and none of them does
   * business.
   */
  public boolean excludes(Role other) {
    return this != other && (separate() || other.separate());
  }

  /** One of the three administrators. */
  boolean separate() {
    return this == AUDITOR || this == SYSTEM_ADMIN || this == SECURITY_ADMIN;
  }
}
