package org.yueyuetan.platform.project;

/** The bureau declined a project. */
public record ProjectDeclined(long project, String title, long organization, String reason) {}
