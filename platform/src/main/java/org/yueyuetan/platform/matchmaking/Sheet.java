package org.yueyuetan.platform.matchmaking;

import java.util.List;

/** Whom a guest meets, when and where (对接单). */
public record Sheet(long invitation, String unit, List<Appointment> meetings) {

  public Sheet {
    meetings = List.copyOf(meetings);
  }
}
