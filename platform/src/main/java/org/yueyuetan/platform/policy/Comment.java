package org.yueyuetan.platform.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an organization says of a draft.
 *
 * @param clause commented on; empty for the whole, or when the clause is gone
 * @param label of the clause when the comment was made; empty for the whole
 * @param clauseText as it read then
 * @param verdict what staff made of it; empty until answered
 */
public record Comment(
    long id,
    long policy,
    Optional<Long> clause,
    String label,
    String clauseText,
    long organization,
    String organizationName,
    String text,
    Optional<Verdict> verdict,
    String answer,
    String answeredBy,
    Instant createdAt,
    int version) {

  /** What changed since in the clause, which now reads {@code now}. */
  public List<Change> since(String now) {
    return Difference.between(clauseText, now);
  }

  public boolean answered() {
    return verdict.isPresent();
  }
}
