package org.yueyuetan.platform.need;

/** The organization was told what came of its need. */
public record NeedAnswered(long need, String title, long organization, String answer) {}
