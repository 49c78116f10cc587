package org.yueyuetan.platform.matchmaking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.selection.ConfirmedPair;
import org.yueyuetan.platform.selection.ConfirmedPairs;
import org.yueyuetan.platform.selection.Selections;
import org.yueyuetan.platform.showcase.Interest;
import org.yueyuetan.platform.showcase.Interests;

/** Who would like to meet: from the wishes at the showcase and from the two-way selection. */
@Component
class Proposals {

  /** Two invitations, the smaller number first. */
  private record Two(long first, long second) {

    static Two of(long one, long other) {
      return new Two(Math.min(one, other), Math.max(one, other));
    }
  }

  /** What two would talk about. */
  private record Topic(String words, List<Long> needs) {}

  private final MatchmakingTable table;
  private final Interests interests;
  private final Selections selections;
  private final ConfirmedPairs confirmed;

  Proposals(
      MatchmakingTable table,
      Interests interests,
      Selections selections,
      ConfirmedPairs confirmed) {
    this.table = table;
    this.interests = interests;
    this.selections = selections;
    this.confirmed = confirmed;
  }

  /** By source, without those that staff know already: a pair stands under its strongest reason. */
  Map<Source, List<Proposal>> of(Scope scope, long talk) {
    var coming =
        table.units(talk).stream()
            .filter(Unit::coming)
            .collect(Collectors.toMap(Unit::invitation, Unit::name));
    var known =
        table.pairs(talk).stream()
            .map(pair -> Two.of(pair.first(), pair.second()))
            .collect(Collectors.toCollection(HashSet::new));
    var found = new EnumMap<Source, List<Proposal>>(Source.class);
    sources(scope, talk)
        .forEach((source, pairs) -> {
          var proposals = new ArrayList<Proposal>();
          pairs.forEach((two, topics) -> {
            var first = coming.get(two.first());
            var second = coming.get(two.second());
            if (first != null && second != null && known.add(two)) {
              proposals.add(
                  new Proposal(
                      two.first(), first, two.second(), second, words(topics), needs(topics)));
            }
          });
          found.put(source, proposals);
        });
    return found;
  }

  private Map<Source, Map<Two, List<Topic>>> sources(Scope scope, long talk) {
    var all = new LinkedHashMap<Source, Map<Two, List<Topic>>>();
    all.put(Source.SELECTION, chosen(scope, talk));
    var wishes =
        interests.between(scope, talk).stream()
            .collect(
                Collectors.groupingBy(
                    wish -> Two.of(wish.from(), wish.to()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    all.put(Source.MUTUAL, marked(wishes, 2));
    all.put(Source.ONE_SIDED, marked(wishes, 1));
    return all;
  }

  private static Map<Two, List<Topic>> marked(Map<Two, List<Interest>> wishes, int sides) {
    var pairs = new LinkedHashMap<Two, List<Topic>>();
    wishes.forEach((two, given) -> {
      if (given.size() == sides) {
        pairs.put(two, given.stream().map(wish -> new Topic(wish.word(), List.of())).toList());
      }
    });
    return pairs;
  }

  private Map<Two, List<Topic>> chosen(Scope scope, long talk) {
    var invitations = table.invitations(talk);
    var pairs = new LinkedHashMap<Two, List<Topic>>();
    selections.ofTalk(scope, talk).stream()
        .flatMap(round -> confirmed.of(scope, round.id()).stream())
        .forEach(pair -> {
          var one = invitations.get(pair.receiver());
          var other = invitations.get(pair.giver());
          if (one != null && other != null) {
            pairs.computeIfAbsent(Two.of(one, other), two -> new ArrayList<>()).add(topic(pair));
          }
        });
    return pairs;
  }

  private static Topic topic(ConfirmedPair pair) {
    return new Topic(
        pair.projectTitle() + " · " + pair.itemTitle(),
        Stream.concat(pair.need().stream(), pair.offer().stream()).toList());
  }

  private static List<Long> needs(Collection<Topic> topics) {
    return topics.stream().flatMap(topic -> topic.needs().stream()).distinct().toList();
  }

  private static String words(Collection<Topic> topics) {
    return topics.stream()
        .map(Topic::words)
        .filter(word -> !word.isEmpty())
        .distinct()
        .collect(Collectors.joining("；"));
  }
}
