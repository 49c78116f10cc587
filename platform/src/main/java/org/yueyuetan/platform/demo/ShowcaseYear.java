package org.yueyuetan.platform.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.document.UnreadableFile;
import org.yueyuetan.platform.showcase.Card;
import org.yueyuetan.platform.showcase.CardDraft;
import org.yueyuetan.platform.showcase.Cards;
import org.yueyuetan.platform.showcase.Interests;
import org.yueyuetan.platform.showcase.Marking;
import org.yueyuetan.platform.showcase.Pictures;
import org.yueyuetan.platform.showcase.Programme;
import org.yueyuetan.platform.showcase.Visitors;
import org.yueyuetan.platform.showcase.Wish;
import org.yueyuetan.platform.talk.Answer;
import org.yueyuetan.platform.talk.Answers;
import org.yueyuetan.platform.talk.Guest;
import org.yueyuetan.platform.talk.Guests;

/** Organizations show themselves at a talk, and mark with whom they would like to work. */
final class ShowcaseYear {

  /** The rooms that this part is told through. */
  record Services(
      Programme programme,
      Cards cards,
      Pictures pictures,
      Visitors visitors,
      Interests interests,
      Answers answers,
      Guests guests) {}

  private final Services on;
  private final Cast cast;
  private final Timetable timetable;
  private final ToLongFunction<YearMonth> talks;
  private final Map<Long, Long> cards = new HashMap<>();

  ShowcaseYear(Services on, Cast cast, Timetable timetable, ToLongFunction<YearMonth> talks) {
    this.on = on;
    this.cast = cast;
    this.timetable = timetable;
    this.talks = talks;
  }

  void schedule(Cooperation.Showcase story, List<String> coming, LocalDate day, SignedIn staff) {
    timetable.at(
        day.minusDays(3).atTime(14, 0), () -> Cast.as(staff, me -> invite(story, coming, me)));
    for (var shown : story.cards()) {
      timetable.at(
          day.minusDays(2).atTime(15, 0), () -> cast.as(shown.who(), me -> fill(shown, me)));
    }
    timetable.at(day.atTime(9, 1), () -> Cast.as(staff, me -> receive(coming, me)));
    var minute = 0;
    for (var shown : story.cards()) {
      if (shown.minutes() > 0) {
        var at = day.atTime(9, 3).plusMinutes(minute);
        timetable.at(at, () -> Cast.as(staff, me -> call(Optional.of(shown.who()), me)));
        minute += shown.minutes();
      }
    }
    timetable.at(
        day.atTime(9, 3).plusMinutes(minute),
        () -> Cast.as(staff, me -> call(Optional.empty(), me)));
    timetable.at(day.atTime(9, 45), () -> story.interests().forEach(this::mark));
  }

  /** Whoever has a part in the day is rung up until they say yes. */
  private void invite(Cooperation.Showcase story, List<String> coming, SignedIn staff) {
    var talk = talk();
    var guests = guests(talk, staff);
    for (var who : coming) {
      var guest = Objects.requireNonNull(guests.get(cast.name(who)), who);
      if (!guest.status().saidYes()) {
        on.answers().onBehalf(talk, guest.id(), Answer.yes(cast.speaker(who).name(), ""), staff);
      }
    }
    for (var shown : story.cards()) {
      var organization = cast.organization(shown.who());
      cards.put(organization, on.programme().add(staff, talk, organization, shown.minutes()));
    }
  }

  private void receive(List<String> coming, SignedIn staff) {
    var talk = talk();
    var guests = guests(talk, staff);
    coming.stream()
        .map(who -> Objects.requireNonNull(guests.get(cast.name(who)), who))
        .filter(guest -> !guest.isPresent())
        .forEach(guest -> on.guests().tick(staff, talk, guest.id()));
  }

  /** By unit. */
  private Map<String, Guest> guests(long talk, SignedIn staff) {
    return on.guests().list(staff, talk, "").stream()
        .collect(Collectors.toMap(Guest::unit, guest -> guest));
  }

  private void fill(Cooperation.Shown shown, SignedIn me) {
    var talk = talk();
    var card = card(talk, shown.who(), me);
    on.cards()
        .change(
            me,
            talk,
            card.id(),
            card.version(),
            new CardDraft(
                shown.about(), shown.gives(), shown.wants(), shown.published().orElse(true)));
    for (var caption : shown.pictures().orElse(List.of())) {
      try {
        on.pictures()
            .add(me, talk, card.id(), SamplePicture.photo(caption), caption + "（样例图）", true);
      } catch (UnreadableFile drawnByOurselves) {
        throw new IllegalStateException(drawnByOurselves);
      }
    }
  }

  private Card card(long talk, String who, SignedIn me) {
    var id = Objects.requireNonNull(cards.get(cast.organization(who)), who);
    return on.cards().of(me.scope(), talk).stream()
        .filter(card -> card.id() == id)
        .findFirst()
        .orElseThrow();
  }

  private void call(Optional<String> who, SignedIn staff) {
    var talk = talk();
    on.programme()
        .call(
            staff,
            talk,
            who.map(name -> Objects.requireNonNull(cards.get(cast.organization(name)))),
            on.programme().stage(talk).version());
  }

  private void mark(List<String> interest) {
    var visitor = on.visitors().byAccount(cast.speaker(interest.get(0)), talk()).orElseThrow();
    on.interests()
        .mark(
            visitor,
            Objects.requireNonNull(cards.get(cast.organization(interest.get(1)))),
            new Marking(Optional.of(Wish.valueOf(interest.get(2))), interest.get(3), true));
  }

  private long talk() {
    return talks.applyAsLong(CooperationYear.MONTH);
  }
}
