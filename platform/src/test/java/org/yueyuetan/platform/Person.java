package org.yueyuetan.platform;

import org.yueyuetan.platform.account.SignedIn;

/** Somebody a test made, who can sign in. */
public record Person(SignedIn me, String username, String password) {}
