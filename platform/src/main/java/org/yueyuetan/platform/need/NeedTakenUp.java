package org.yueyuetan.platform.need;

/** The theme that a need belongs to was chosen for its month. */
public record NeedTakenUp(
    long need, String title, long organization, long theme, String themeTitle) {}
