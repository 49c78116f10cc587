package org.yueyuetan.platform.opinion;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Draws the opinion that a guest votes on next, by the engine's priorities among those of others
 * not voted on yet. Opening the page again shows the same one: the dice are the guest's and the
 * number of votes given.
 */
@Component
public class Ballots {

  /** A vote, to look at and to change. */
  public record Cast(Opinion opinion, Side side) {}

  private final Maps maps;
  private final Votes votes;

  Ballots(Maps maps, Votes votes) {
    this.maps = maps;
    this.votes = votes;
  }

  public Ballot of(Participant guest) {
    var mapped = maps.latest(guest.talk());
    var others = others(mapped, guest);
    var cast = votes.of(guest.invitation());
    var unseen =
        others.stream()
            .filter(opinion -> !cast.containsKey(opinion.id()))
            .collect(Collectors.toMap(opinion -> String.valueOf(opinion.id()), one -> one));
    var dice = new SplittableRandom(guest.invitation() * 31 + cast.size()).nextDouble();
    var seen =
        mapped.opinions().stream()
            .map(opinion -> String.valueOf(opinion.id()))
            .filter(id -> !unseen.containsKey(id))
            .collect(Collectors.toSet());
    return new Ballot(
        mapped.map().priorities().draw(seen, dice).map(unseen::get),
        others.size() - unseen.size(),
        others.size());
  }

  /** A certain opinion, if it is there to be voted on. */
  public Optional<Opinion> open(Participant guest, long opinion) {
    return others(maps.latest(guest.talk()), guest).stream()
        .filter(other -> other.id() == opinion)
        .findFirst();
  }

  /** What the guest has voted on opinions of others that still count, the newest opinion first. */
  public List<Cast> cast(Participant guest) {
    var cast = votes.of(guest.invitation());
    return others(maps.latest(guest.talk()), guest).stream()
        .sorted(Comparator.comparingLong(opinion -> -opinion.id()))
        .flatMap(opinion ->
            Optional.ofNullable(cast.get(opinion.id()))
                .map(side -> new Cast(opinion, side))
                .stream())
        .toList();
  }

  private static List<Opinion> others(Mapped mapped, Participant guest) {
    return mapped.opinions().stream()
        .filter(opinion ->
            opinion.invitation().filter(author -> author == guest.invitation()).isEmpty())
        .toList();
  }
}
