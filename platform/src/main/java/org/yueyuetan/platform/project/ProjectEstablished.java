package org.yueyuetan.platform.project;

import java.util.Optional;

/** The bureau established a project under a number, at a talk or apart from one. */
public record ProjectEstablished(
    long project,
    String title,
    String number,
    long organization,
    Optional<Long> need,
    Optional<Long> talk) {}
