package org.yueyuetan.platform.project;

import java.util.Optional;

/** An organization stated what it has to give, or opened it again. */
public record ProvisionOffered(
    long provision, String title, long organization, Optional<Long> offer) {}
