package org.yueyuetan.platform.outcome;

import java.time.Instant;

/**
 * One of the rows that a figure counts. Never personal data.
 *
 * @param id unique within the figure
 * @param thing where the row's thread begins
 * @param detail what it belongs to: a region, an organization, a talk
 */
public record FigureRow(long id, Thing.Ref thing, String title, String detail, Instant at) {

  public String trace() {
    return "/trace/" + thing.kind().key() + "/" + thing.id();
  }
}
