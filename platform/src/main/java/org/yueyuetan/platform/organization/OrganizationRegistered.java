package org.yueyuetan.platform.organization;

/** An organization entered the registry. */
public record OrganizationRegistered(long id, String name) {}
