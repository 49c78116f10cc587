package org.yueyuetan.platform.talk;

/** An organization was taken off a talk's list. A listener that objects throws. */
public record UnitUnlisted(long talk, long organization) {}
