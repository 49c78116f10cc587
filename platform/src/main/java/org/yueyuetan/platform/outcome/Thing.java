package org.yueyuetan.platform.outcome;

import java.time.Instant;

/**
 * One thing on the golden thread, as it stands now.
 *
 * @param status constant of its life cycle; empty when it has none
 * @param text a second line: the question of a theme, the title of the need that an answer is for
 * @param unit name of the organization behind it; empty when there is none
 * @param path page of the thing itself
 */
public record Thing(
    Ref ref, String title, String status, String text, String unit, Instant at, String path) {

  /** What a thing is called by. */
  public record Ref(ThingKind kind, long id) {}

  public ThingKind kind() {
    return ref.kind();
  }

  public long id() {
    return ref.id();
  }

  /** Where its thread is shown. An answer is shown with its need, a reply with its opinion. */
  public String trace() {
    var shown =
        switch (kind()) {
          case ANSWER -> ThingKind.NEED;
          case REPLY -> ThingKind.OPINION;
          default -> kind();
        };
    return "/trace/" + shown.key() + "/" + id();
  }

  /** Bundle key of its status, in the words of the room that it lives in. */
  public String statusKey() {
    return switch (kind()) {
      case NEED -> "need.status." + status;
      case COMMITMENT -> "talkday.commitmentStatus." + status;
      case OPINION -> "disposition.status." + status;
      case REPLY -> "disposition.result." + status;
      case AGREEMENT -> "fulfilment.status." + status;
      case DELIVERY -> "fulfilment.reportStatus." + status;
      case INTENT -> "selection.pair." + status;
      case PROVISION -> "project.provisionStatus." + status;
      default -> kind().key() + ".status." + status;
    };
  }

  /** How the status is coloured: see part/status. */
  public String tone() {
    return switch (status) {
      case "ANSWERED",
          "CLOSED",
          "KEPT",
          "ISSUED",
          "FULFILLED",
          "CONFIRMED",
          "ADOPTED",
          "PARTLY",
          "ALREADY_DONE",
          "ESTABLISHED",
          "COMPLETED",
          "FINISHED" ->
          "done";
      case "DECLINED", "WITHDRAWN", "CANCELLED", "REPEALED", "TERMINATED", "NOT_ADOPTED", "ENDED" ->
          "muted";
      default -> "waiting";
    };
  }
}
