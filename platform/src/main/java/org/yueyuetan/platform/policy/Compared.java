package org.yueyuetan.platform.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yueyuetan.platform.talk.Party;

/**
 * A row of the comparison table (采纳情况对照表): an opinion as the public may read it, and what became of
 * it.
 *
 * @param sources one for each clause that took it up, or one with the reason why none did
 */
public record Compared(
    long opinion,
    long talk,
    String talkTitle,
    Party party,
    Optional<String> unit,
    String text,
    List<Source> sources) {

  public Compared {
    sources = List.copyOf(sources);
  }

  /** Whether anybody said what became of it; else the document merely does not deal with it. */
  public boolean isDecided() {
    return !sources.isEmpty();
  }

  /** In whole where one clause took it up in whole. */
  public Manner manner() {
    return sources.stream().map(Source::manner).min(Manner::compareTo).orElse(Manner.LEFT);
  }

  public String clauses() {
    return sources.stream()
        .map(Source::label)
        .filter(label -> !label.isEmpty())
        .collect(Collectors.joining("、"));
  }

  public String note() {
    return sources.stream()
        .map(Source::note)
        .filter(note -> !note.isEmpty())
        .distinct()
        .collect(Collectors.joining("；"));
  }
}
