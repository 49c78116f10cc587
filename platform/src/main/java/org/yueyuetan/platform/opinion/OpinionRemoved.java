package org.yueyuetan.platform.opinion;

/**
 * An opinion written down by mistake is about to be deleted; whoever answered it or cites it
 * refuses with {@link InUse}.
 */
public record OpinionRemoved(long opinion) {}
