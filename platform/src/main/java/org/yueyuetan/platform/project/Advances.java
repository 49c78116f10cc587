package org.yueyuetan.platform.project;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the rooms above how far projects have come: each once, however many items there are. */
@Component
public class Advances {

  private final ObjectProvider<Progress> rooms;

  Advances(ObjectProvider<Progress> rooms) {
    this.rooms = rooms;
  }

  public Map<Long, Advance> ofItems(Collection<Item> items) {
    var wanted = new LinkedHashMap<Long, Long>();
    items.forEach(item -> wanted.put(item.id(), item.quantity()));
    return ofItems(wanted);
  }

  /** By item how much of it is needed. */
  public Map<Long, Advance> ofItems(Map<Long, Long> wanted) {
    return of(wanted, Progress::ofItems);
  }

  public Map<Long, Advance> ofProvisions(Collection<Provision> provisions) {
    var limits = new LinkedHashMap<Long, Long>();
    provisions.forEach(provision -> limits.put(provision.id(), provision.quantity()));
    return ofProvisions(limits);
  }

  /** By provision how much may be given. */
  public Map<Long, Advance> ofProvisions(Map<Long, Long> limits) {
    return of(limits, Progress::ofProvisions);
  }

  private Map<Long, Advance> of(
      Map<Long, Long> all, BiFunction<Progress, Collection<Long>, Map<Long, Long>> ask) {
    if (all.isEmpty()) {
      return Map.of();
    }
    var ids = List.copyOf(all.keySet());
    var told = new HashMap<Progress.Stage, Map<Long, Long>>();
    for (var room : rooms) {
      var amounts = told.computeIfAbsent(room.stage(), stage -> new HashMap<>());
      ask.apply(room, ids).forEach((id, amount) -> amounts.merge(id, amount, Long::sum));
    }
    var advances = new LinkedHashMap<Long, Advance>();
    all.forEach((id, quantity) ->
        advances.put(
            id,
            new Advance(
                quantity,
                at(told, Progress.Stage.INTENDED, id),
                at(told, Progress.Stage.SIGNED, id),
                at(told, Progress.Stage.DELIVERED, id))));
    return advances;
  }

  private static long at(Map<Progress.Stage, Map<Long, Long>> told, Progress.Stage stage, long id) {
    return told.getOrDefault(stage, Map.of()).getOrDefault(id, 0L);
  }
}
