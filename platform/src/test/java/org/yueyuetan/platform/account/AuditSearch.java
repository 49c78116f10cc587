package org.yueyuetan.platform.account;

import java.util.Optional;

/** Searches of the trail for tests, with the parts that do not matter left open. */
final class AuditSearch {

  private AuditSearch() {}

  static AuditTrail.Filter action(String action) {
    return new AuditTrail.Filter("", action, "", "", Optional.empty(), Optional.empty());
  }

  static AuditTrail.Filter all() {
    return new AuditTrail.Filter("", "", "", "", Optional.empty(), Optional.empty());
  }
}
