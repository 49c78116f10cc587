package org.yueyuetan.platform.need;

import org.springframework.security.core.context.SecurityContextHolder;
import org.yueyuetan.platform.account.SignedIn;

/** Who a consequence is put down to: the signed-in person who caused it, or the platform itself. */
final class Actor {

  private Actor() {}

  static String name() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn me
        ? me.name()
        : "system";
  }
}
