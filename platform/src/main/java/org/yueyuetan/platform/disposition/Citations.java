package org.yueyuetan.platform.disposition;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.SignedIn;

/** What answers refer to, whichever room it lives in. */
@Component
class Citations {

  /** So many of each kind are offered unasked. */
  private static final int OFFERED = 4;

  private static final int FOUND = 20;

  private final List<Citable> rooms;

  Citations(List<Citable> rooms) {
    this.rooms = rooms;
  }

  /** A few of each kind, or those whose titles hold the words. */
  List<Cited> search(SignedIn me, Matter matter, String words) {
    return rooms.stream()
        .flatMap(room -> room.search(me, matter, words, words.isEmpty() ? OFFERED : FOUND).stream())
        .toList();
  }

  boolean mayCite(SignedIn me, Matter matter, Cited.Ref ref) {
    return rooms.stream()
        .filter(room -> room.kind().equals(ref.kind()))
        .anyMatch(room -> room.mayCite(me, matter, ref.id()));
  }

  /** In the order in which they are named; what the person may not read is left out. */
  List<Cited> find(SignedIn me, Collection<Cited.Ref> refs) {
    var found = found(me, refs.stream());
    return refs.stream().distinct().flatMap(ref -> Stream.ofNullable(found.get(ref))).toList();
  }

  /** What the answers to these opinions refer to, by opinion. */
  Map<Long, List<Cited>> of(SignedIn me, List<Matter> matters) {
    var found = found(me, matters.stream().flatMap(matter -> refs(matter).stream()));
    var cited = new LinkedHashMap<Long, List<Cited>>();
    for (var matter : matters) {
      cited.put(
          matter.id(),
          refs(matter).stream().flatMap(ref -> Stream.ofNullable(found.get(ref))).toList());
    }
    return cited;
  }

  private Map<Cited.Ref, Cited> found(SignedIn me, Stream<Cited.Ref> refs) {
    var ids = refs.collect(groupingBy(Cited.Ref::kind, mapping(Cited.Ref::id, toSet())));
    return rooms.stream()
        .flatMap(room -> room.find(me, ids.getOrDefault(room.kind(), Set.of())).stream())
        .collect(toMap(Cited::ref, one -> one));
  }

  private static List<Cited.Ref> refs(Matter matter) {
    return matter.disposition().map(Disposition::cites).orElse(List.of());
  }
}
