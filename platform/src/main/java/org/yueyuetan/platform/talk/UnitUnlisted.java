package org.yueyuetan.platform.talk;

import org.yueyuetan.platform.account.SignedIn;

/**
 * Somebody was taken off a talk's list. A listener that objects throws.
 *
 * @param reason why; empty when nobody said
 */
public record UnitUnlisted(long talk, Invitation invitation, String reason, SignedIn by) {}
