package org.yueyuetan.platform.account;

/** A person's rights were changed; they should hear of it. */
public record RightsChanged(long account) {}
