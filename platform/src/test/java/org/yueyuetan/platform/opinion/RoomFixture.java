package org.yueyuetan.platform.opinion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yueyuetan.platform.form.Form;

/** What tests of the room do again and again, through the room's own use cases. */
final class RoomFixture {

  private RoomFixture() {}

  static Statement says(String text) {
    return new Statement(text, Optional.empty(), true, false);
  }

  static Form typed(String text) {
    return new Form(Map.of("text", List.of(text)));
  }

  static Judgement accept(Opinion... opinions) {
    return judgement(OpinionMove.ACCEPT, Optional.empty(), "", opinions);
  }

  static Judgement decline(String reason, Opinion... opinions) {
    return judgement(OpinionMove.DECLINE, Optional.empty(), reason, opinions);
  }

  static Judgement merge(long into, Opinion... opinions) {
    return judgement(OpinionMove.MERGE, Optional.of(into), "", opinions);
  }

  private static Judgement judgement(
      OpinionMove move, Optional<Long> into, String reason, Opinion... opinions) {
    var ticked = new LinkedHashMap<Long, Integer>();
    for (var opinion : opinions) {
      ticked.put(opinion.id(), opinion.version());
    }
    return new Judgement(move, ticked, into, reason);
  }
}
