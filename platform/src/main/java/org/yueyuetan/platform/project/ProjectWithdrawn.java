package org.yueyuetan.platform.project;

/** An organization took its project back before it was established. */
public record ProjectWithdrawn(long project, String title, long organization) {}
