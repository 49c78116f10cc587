package org.yueyuetan.engine.suggest;

import java.util.List;

/**
 * A project: what it says and what it needs.
 *
 * @param id unique among projects
 * @param field of work; empty when it says nothing
 * @param district where it happens; empty for everywhere
 */
public record Wanted(
    String id, String text, String field, String district, Span span, List<Part> parts) {

  public Wanted {
    parts = List.copyOf(parts);
  }
}
