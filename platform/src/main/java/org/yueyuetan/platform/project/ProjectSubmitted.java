package org.yueyuetan.platform.project;

import java.util.Optional;

/** An organization handed in a project, for the first time or again. */
public record ProjectSubmitted(
    long project, String title, long organization, Optional<Long> need) {}
