package org.yueyuetan.platform.consensus;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yueyuetan.engine.map.Place;
import org.yueyuetan.platform.opinion.Maps;
import org.yueyuetan.platform.opinion.Rounds;

/** Knows each talk's conversation as it stands, and how it was drawn last. */
@Component
class Conversations {

  private record Drawn(long revision, Picture picture) {}

  private final Maps maps;
  private final Rounds rounds;
  private final Map<Long, Drawn> drawn = new HashMap<>();

  Conversations(Maps maps, Rounds rounds) {
    this.maps = maps;
    this.rounds = rounds;
  }

  Conversation of(long talk) {
    var mapped = maps.of(talk);
    var places = new HashMap<String, Place>();
    mapped.map().places().forEach(place -> places.put(place.participant(), place));
    var voices =
        mapped.participants().stream()
            .flatMap(participant ->
                Optional.ofNullable(places.get(String.valueOf(participant.invitation()))).stream()
                    .map(place ->
                        new Voice(
                            participant.invitation(),
                            place.x(),
                            place.y(),
                            place.group(),
                            participant.votes())))
            .toList();
    return new Conversation(
        mapped.map(), mapped.opinions(), voices, rounds.of(talk).anonymous(), mapped.revision());
  }

  /**
   * The picture of a conversation; empty while there are too few people, or nothing divides dots.
   */
  Optional<Picture> picture(long talk, Conversation conversation, Findings findings) {
    return findings.hasMap()
        ? Optional.of(draw(talk, conversation).showing(findings.groups().size()))
        : Optional.empty();
  }

  private synchronized Picture draw(long talk, Conversation conversation) {
    var last = drawn.get(talk);
    if (last != null && last.revision == conversation.revision()) {
      return last.picture;
    }
    var picture =
        Picture.of(conversation.counting(), Optional.ofNullable(last).map(Drawn::picture));
    drawn.put(talk, new Drawn(conversation.revision(), picture));
    return picture;
  }
}
