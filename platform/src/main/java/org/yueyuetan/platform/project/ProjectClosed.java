package org.yueyuetan.platform.project;

/**
 * A project that had been established came to its end.
 *
 * @param completed whether it did what it set out to do
 */
public record ProjectClosed(
    long project, String title, long organization, boolean completed, String reason) {}
