package org.yueyuetan.platform.opinion;

import java.util.Optional;

/**
 * What a guest votes on next.
 *
 * @param next nothing when there is no opinion of others, or all are voted on
 * @param done how many opinions of others the guest has voted on
 * @param all how many there are
 */
public record Ballot(Optional<Opinion> next, int done, int all) {}
