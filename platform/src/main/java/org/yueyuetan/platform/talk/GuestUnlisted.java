package org.yueyuetan.platform.talk;

/** A guest is about to be taken off a talk's list; their invitation is still there. */
public record GuestUnlisted(long talk, long invitation) {}
