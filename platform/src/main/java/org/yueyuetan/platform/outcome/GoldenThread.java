package org.yueyuetan.platform.outcome;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The golden thread (来龙去脉) of one thing: what it came from and what became of it.
 *
 * @param things the start among them; by kind, then by time
 * @param hidden how many things of each kind lie on the thread but are not this person's to see
 * @param passedOver themes that were chosen while this need was waiting, without it, and rounds of
 *     selection in which nothing came of it
 * @param cut whether there is more than is shown
 */
public record GoldenThread(
    Thing start,
    List<Thing> things,
    List<Link> links,
    Map<ThingKind, Integer> hidden,
    List<Thing> passedOver,
    boolean cut) {

  public GoldenThread {
    things = List.copyOf(things);
    links = List.copyOf(links);
    hidden = new EnumMap<>(hidden);
    passedOver = List.copyOf(passedOver);
  }

  public List<Thing> of(List<ThingKind> kinds) {
    return things.stream().filter(thing -> kinds.contains(thing.kind())).toList();
  }

  public Optional<Thing> find(Thing.Ref ref) {
    return things.stream().filter(thing -> thing.ref().equals(ref)).findFirst();
  }
}
