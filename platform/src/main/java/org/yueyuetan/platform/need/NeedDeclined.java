package org.yueyuetan.platform.need;

/** The bureau declined a need, with a reason. */
public record NeedDeclined(long need, String title, long organization, String reason) {}
