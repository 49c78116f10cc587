package org.yueyuetan.platform.policy;

import java.time.Instant;
import java.util.List;

/**
 * A wording that a clause had.
 *
 * @param changes since the wording before
 */
public record Wording(String label, String text, String actor, Instant at, List<Change> changes) {}
