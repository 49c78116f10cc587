package org.yueyuetan.platform.selection;

/** Ranks came when the round had closed. */
public final class RankingOver extends RuntimeException {
  RankingOver(long selection) {
    super("selection " + selection + " takes no more ranks");
  }
}
