package org.yueyuetan.platform.theme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.need.Kind;
import org.yueyuetan.platform.need.NeedText;
import org.yueyuetan.platform.organization.Field;

/** Puts needs of the same field and kind together, such as training for work with the elderly. */
@Component
class FieldAndKindGrouping implements Grouping {

  private record Shelf(Field field, Kind kind) implements Comparable<Shelf> {
    @Override
    public int compareTo(Shelf other) {
      return Comparator.comparing(Shelf::field).thenComparing(Shelf::kind).compare(this, other);
    }
  }

  private final MessageSource words;

  FieldAndKindGrouping(MessageSource words) {
    this.words = words;
  }

  @Override
  public List<Group> group(List<NeedText> needs) {
    var shelves = new TreeMap<Shelf, List<NeedText>>();
    needs.stream()
        .sorted(Comparator.comparingLong(NeedText::id))
        .forEach(need ->
            shelves
                .computeIfAbsent(new Shelf(need.field(), need.kind()), s -> new ArrayList<>())
                .add(need));
    return shelves.entrySet().stream()
        .filter(shelf -> shelf.getValue().size() > 1)
        .map(shelf -> group(shelf.getKey(), shelf.getValue()))
        .sorted(Comparator.comparingInt((Group g) -> g.needs().size()).reversed())
        .toList();
  }

  /**
   * Titles of themes are content, not page text: they are Chinese whatever language the page is in.
   */
  private Group group(Shelf shelf, List<NeedText> needs) {
    var field =
        words.getMessage("organization.field." + shelf.field(), null, Locale.SIMPLIFIED_CHINESE);
    var kind = words.getMessage("need.kind." + shelf.kind(), null, Locale.SIMPLIFIED_CHINESE);
    return new Group(
        field + "：" + kind,
        shelf.field(),
        needs.getFirst().id(),
        needs.stream().map(NeedText::id).toList());
  }
}
