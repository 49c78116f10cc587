package org.yueyuetan.platform.opinion;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yueyuetan.platform.form.Form;

/**
 * What a moderator decides about one or several opinions at once.
 *
 * @param ticked id → version as the moderator saw it
 * @param into the opinion that stands for those merged
 * @param reason told to the authors of those declined
 */
public record Judgement(
    OpinionMove move, Map<Long, Integer> ticked, Optional<Long> into, String reason) {

  public static final int REASON = 200;

  static final String TICKED = "[0-9]{1,18}:[0-9]{1,9}";

  /** Ticked boxes are named {@code opinion} and hold {@code id:version}. */
  static Judgement read(Form form) {
    var move = form.need("move", form.choice("move", OpinionMove.class), OpinionMove.ACCEPT);
    var ticked = new LinkedHashMap<Long, Integer>();
    for (var box : form.all("opinion")) {
      if (box.matches(TICKED)) {
        var colon = box.indexOf(':');
        ticked.put(
            Long.valueOf(box.substring(0, colon)), Integer.valueOf(box.substring(colon + 1)));
      } else {
        form.reject("opinion", "form.choice", box);
      }
    }
    if (ticked.isEmpty() && form.fault("opinion").isEmpty()) {
      form.reject("opinion", "opinion.fault.noneTicked");
    }
    var into = move == OpinionMove.MERGE ? form.id("into") : Optional.<Long>empty();
    if (move == OpinionMove.MERGE && into.isEmpty()) {
      form.reject("into", "opinion.fault.into");
    }
    var reason = move == OpinionMove.DECLINE ? form.required("reason", REASON) : "";
    return new Judgement(move, ticked, into, reason);
  }
}
