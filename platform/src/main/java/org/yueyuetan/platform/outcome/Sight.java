package org.yueyuetan.platform.outcome;

import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;

/** What a person sees on pages that are open to everyone. */
final class Sight {

  private Sight() {}

  /**
   * Administrators have no business data of their own, but what is public they may read like
   * anybody.
   */
  static Scope of(SignedIn me) {
    return me.scope();
  }
}
