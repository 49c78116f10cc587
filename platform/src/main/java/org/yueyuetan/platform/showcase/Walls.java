package org.yueyuetan.platform.showcase;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.talk.RoomCode;
import org.yueyuetan.platform.talk.Talk;

/** Puts together what stands on the wall of a talk's stage. */
@Component
class Walls {

  private final RoomCode code;
  private final Cards cards;
  private final Programme programme;
  private final Pictures pictures;
  private final Interests interests;
  private final Clock clock;

  Walls(
      RoomCode code,
      Cards cards,
      Programme programme,
      Pictures pictures,
      Interests interests,
      Clock clock) {
    this.code = code;
    this.cards = cards;
    this.programme = programme;
    this.pictures = pictures;
    this.interests = interests;
    this.clock = clock;
  }

  Wall of(Talk talk) {
    var all = cards.shownAt(talk.id());
    var stage = programme.stage(talk.id());
    var onStage = all.stream().filter(card -> stage.holds(card.id())).findFirst();
    var after = onStage.map(Card::position).orElse(0);
    var next =
        all.stream()
            .filter(card -> card.takesTheStage() && card.position() > after)
            .filter(card -> onStage.isPresent())
            .findFirst();
    var gone = Duration.between(stage.since(), clock.instant()).toMinutes();
    return new Wall(
        code.svg(talk),
        all,
        onStage,
        onStage.map(card -> card.minutes() - gone).orElse(0L),
        next,
        pictures.of(onStage.stream().toList()),
        interests.counts(talk.id()));
  }
}
