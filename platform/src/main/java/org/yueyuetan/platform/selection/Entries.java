package org.yueyuetan.platform.selection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.yueyuetan.platform.form.NotFound;

/** What takes part in a round, by id. */
public final class Entries {

  private final List<Entry> all;
  private final Map<Long, Entry> byId = new HashMap<>();

  Entries(List<Entry> all) {
    this.all = List.copyOf(all);
    all.forEach(entry -> byId.put(entry.id(), entry));
  }

  /** Projects first, each side by kind. */
  public List<Entry> all() {
    return all;
  }

  public Entry get(long id) {
    return find(id).orElseThrow(() -> new NotFound("entry", id));
  }

  Optional<Entry> find(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Whether there is, or was, anybody whom the entry could rank. */
  boolean hasChoice(Entry entry) {
    return all.stream().anyMatch(entry::fits);
  }

  Entries veiled() {
    return new Entries(all.stream().map(Entry::veiled).toList());
  }

  List<Entry> where(Predicate<Entry> wanted) {
    return all.stream().filter(wanted).toList();
  }

  Paired with(Pair pair) {
    return new Paired(pair, get(pair.project()), get(pair.provider()));
  }
}
