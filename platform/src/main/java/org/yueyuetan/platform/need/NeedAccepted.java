package org.yueyuetan.platform.need;

/** The bureau accepted a need; from now on a published one is open to everyone. */
public record NeedAccepted(long need, String title, boolean published, long organization) {}
