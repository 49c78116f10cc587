package org.yueyuetan.platform.talk;

import org.yueyuetan.platform.account.SignedIn;

/**
 * A guest who is not in the registry was put on a talk's list. A listener that objects throws.
 *
 * @param reason why; empty when nobody said
 */
public record GuestListed(long talk, Party party, String reason, SignedIn by) {}
