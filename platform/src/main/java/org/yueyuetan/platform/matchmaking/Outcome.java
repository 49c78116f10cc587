package org.yueyuetan.platform.matchmaking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.need.NeedLine;
import org.yueyuetan.platform.talk.Talk;

/**
 * What came of a meeting, as whoever looks at it may see and tell it.
 *
 * @param sides that the person speaks for
 * @param open whether it may be told now
 * @param needs and offers of those sides that it may have been about
 * @param about which of them it was
 */
public record Outcome(
    Talk talk,
    Appointment meeting,
    List<Long> sides,
    boolean open,
    List<NeedLine> needs,
    Set<Long> about,
    List<Told> history) {

  public Outcome {
    sides = List.copyOf(sides);
    needs = List.copyOf(needs);
    about = Set.copyOf(about);
    history = List.copyOf(history);
  }

  public Pair pair() {
    return meeting.pair();
  }

  Form form() {
    var values = new HashMap<String, Object>();
    var wants = new ArrayList<>(sides);
    wants.removeIf(side -> !pair().wants(side));
    switch (pair().status()) {
      case MET -> values.put("how", OutcomeDraft.How.MET);
      case MISSED -> values.put("how", OutcomeDraft.How.MISSED);
      case OPEN, DROPPED -> {}
    }
    values.put("wants", wants);
    values.put("note", pair().note());
    values.put("needs", about);
    return Form.of(values);
  }
}
