package org.yueyuetan.platform.disposition;

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

  List<Question> of(Talk talk, List<Matter> said) {
    var parties = parties(talk.id(), said);
    return agenda.questions(talk.id()).stream()
        .map(item ->
            new Question(
                item,
                parties.stream()
                    .map(party ->
                        new Question.Side(
                            party,
                            said.stream()
                                .filter(one ->
                                    one.party() == party
                                        && one.agenda().equals(Optional.of(item.id())))
                                .toList()))
                    .toList()))
        .toList();
  }

  List<Table> tables(Talk talk, List<Matter> said) {
    var presence = guests.presence(talk.id()).parties();
    return parties(talk.id(), said).stream()
        .map(party -> {
          var own = said.stream().filter(one -> one.party() == party).toList();
          return new Table(
              presence.stream()
                  .filter(one -> one.party() == party)
                  .findFirst()
                  .orElse(new Presence.OfParty(party, 0, 0, 0)),
              own.size(),
              own.stream()
                  .map(Matter::speaker)
                  .filter(name -> !name.isEmpty())
                  .distinct()
                  .toList());
        })
        .toList();
  }

  /** Parties that were asked to come, or else that came; and those that said something anyhow. */
  private List<Party> parties(long talk, List<Matter> said) {
    var presence = guests.presence(talk).parties();
    var asked = presence.stream().anyMatch(party -> party.minimum() > 0);
    var there =
        presence.stream()
            .filter(party -> asked ? party.minimum() > 0 : party.present() > 0)
            .map(Presence.OfParty::party);
    return List.copyOf(
        new TreeSet<>(Stream.concat(there, said.stream().map(Matter::party)).toList()));
  }

  static List<String> both(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }
}
