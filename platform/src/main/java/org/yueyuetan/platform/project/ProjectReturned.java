package org.yueyuetan.platform.project;

/** The bureau sent a project back for changes. */
public record ProjectReturned(long project, String title, long organization, String reason) {}
