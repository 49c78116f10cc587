package org.yueyuetan.engine.panel;

import java.util.List;

/**
 * Members who may be invited together, and its tickets: the numbers from {@code firstTicket} on.
 *
 * @param tickets of the {@link Lottery#TICKETS} of a lottery
 * @param members in canonical order
 */
public record Panel(long firstTicket, long tickets, List<String> members) {
  public Panel {
    members = List.copyOf(members);
  }

  public double weight() {
    return (double) tickets / Lottery.TICKETS;
  }
}
