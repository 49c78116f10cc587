package org.yueyuetan.platform.disposition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.talk.Agenda;
import org.yueyuetan.platform.talk.Guests;
import org.yueyuetan.platform.talk.Party;
import org.yueyuetan.platform.talk.Presence;
import org.yueyuetan.platform.talk.Talk;

/**
 * Gathers what was said at a talk by question and party (议题与各方): who spoke, and who was there and
 * did not.
 */
@Component
public class Questions {

  /** More names are not read in a table. */
  public static final int NAMED = 12;

  /**
   * A party at the talk.
   *
   * @param said how many of its opinions there are
   * @param speakers those who may be named, once each
   */
  public record Table(Presence.OfParty presence, int said, List<String> speakers) {
    public Table {
      speakers = List.copyOf(speakers);
    }
  }

  private final Agenda agenda;
  private final Guests guests;

  Questions(Agenda agenda, Guests guests) {
    this.agenda = agenda;
    this.guests = guests;
  }

  boolean asked(long talk) {
    return !agenda.questions(talk).isEmpty();
  }

  /** What was said to each question, party by party; and what answers none, if anything does. */
  List<Question> of(Talk talk, Spoken spoken) {
    var parties = parties(talk.id(), spoken);
    return agenda.questions(talk.id()).stream()
        .map(item ->
            new Question(
                item,
                parties.stream().map(party -> spoken.side(Optional.of(item.id()), party)).toList()))
        .toList();
  }

  List<Question.Side> others(Spoken spoken) {
    return Arrays.stream(Party.values())
        .map(party -> spoken.side(Optional.empty(), party))
        .filter(side -> !side.isSilent())
        .toList();
  }

  List<Table> tables(Talk talk, Spoken spoken) {
    var presence = guests.presence(talk.id()).parties();
    return parties(talk.id(), spoken).stream()
        .map(party ->
            new Table(
                presence.stream()
                    .filter(one -> one.party() == party)
                    .findFirst()
                    .orElse(new Presence.OfParty(party, 0, 0, 0)),
                spoken.count(party),
                spoken.speakers().getOrDefault(party, List.of())))
        .toList();
  }

  /** Parties that were asked to come, or else that came; and those that said something anyhow. */
  private List<Party> parties(long talk, Spoken spoken) {
    var presence = guests.presence(talk).parties();
    var asked = presence.stream().anyMatch(party -> party.minimum() > 0);
    var there =
        presence.stream()
            .filter(party -> asked ? party.minimum() > 0 : party.present() > 0)
            .map(Presence.OfParty::party);
    return List.copyOf(new TreeSet<>(Stream.concat(there, spoken.parties()).toList()));
  }

  static List<String> both(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }
}
