package org.yueyuetan.platform.project;

import java.time.Instant;

/** One row of a project's history: what happened, where that led, why, by whom and when. */
public record ProjectMove(
    ProjectEvent event, ProjectStatus status, String reason, String actor, Instant at) {}
