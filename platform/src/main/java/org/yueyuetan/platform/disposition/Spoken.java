package org.yueyuetan.platform.disposition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yueyuetan.platform.talk.Party;

/**
 * What was said at a talk, as far as one page can hold it.
 *
 * @param counts how much each party said to each question, and to none
 * @param said of that what most guests agree with, that first
 * @param speakers of each party, those who may be named
 */
record Spoken(List<Count> counts, List<Matter> said, Map<Party, List<String>> speakers) {

  record Count(Optional<Long> agenda, Party party, int many) {}

  Spoken {
    counts = List.copyOf(counts);
    said = List.copyOf(said);
    speakers = Map.copyOf(speakers);
  }

  Question.Side side(Optional<Long> agenda, Party party) {
    return new Question.Side(
        party,
        said.stream().filter(one -> one.party() == party && one.agenda().equals(agenda)).toList(),
        counts.stream()
            .filter(one -> one.party() == party && one.agenda().equals(agenda))
            .mapToInt(Count::many)
            .sum());
  }

  int count(Party party) {
    return counts.stream().filter(one -> one.party() == party).mapToInt(Count::many).sum();
  }

  Stream<Party> parties() {
    return counts.stream().map(Count::party);
  }
}
