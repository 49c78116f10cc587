package org.yueyuetan.platform.need;

/** A need taken up in a theme went back among the accepted ones. */
public record NeedReleased(long need, String title, long organization, String reason) {}
