package org.yueyuetan.platform.account;

/** Somebody else set a new initial password; its owner should hear of it. */
public record PasswordReset(long account) {}
