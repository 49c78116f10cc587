package org.yueyuetan.platform.matchmaking;

import java.time.Instant;
import java.util.Optional;

/**
 * What the matchmaking of a talk asks of an organization.
 *
 * @param coming meetings that have not begun
 * @param next when the first of them begins
 * @param untold meetings of which nobody has told yet what came of them
 */
public record Asked(long talk, String title, int coming, Optional<Instant> next, int untold) {}
