package org.yueyuetan.platform.project;

/** An organization gives something no longer. */
public record ProvisionClosed(long provision, String title, long organization) {}
