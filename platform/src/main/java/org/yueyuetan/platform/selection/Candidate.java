package org.yueyuetan.platform.selection;

import java.util.Optional;

/**
 * One of the other side whom an entry may rank.
 *
 * @param suggested how well both seem to suit each other, and why; empty when nothing speaks for it
 */
public record Candidate(Entry entry, Optional<Suggested> suggested) {}
