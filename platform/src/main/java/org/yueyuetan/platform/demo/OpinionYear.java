package org.yueyuetan.platform.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.opinion.Judgement;
import org.yueyuetan.platform.opinion.Moderation;
import org.yueyuetan.platform.opinion.Opinion;
import org.yueyuetan.platform.opinion.OpinionMove;
import org.yueyuetan.platform.opinion.Opinions;
import org.yueyuetan.platform.opinion.Participant;
import org.yueyuetan.platform.opinion.Participants;
import org.yueyuetan.platform.opinion.Rounds;
import org.yueyuetan.platform.opinion.Side;
import org.yueyuetan.platform.opinion.Statement;
import org.yueyuetan.platform.opinion.Statements;
import org.yueyuetan.platform.opinion.Votes;
import org.yueyuetan.platform.talk.Guest;
import org.yueyuetan.platform.talk.Guests;
import tools.jackson.databind.json.JsonMapper;

/**
 * What guests of the sample talks state and vote on their phones, as written in {@code
 * demo/opinions-2021.yaml}: before the talk from home, at the talk, and after it on what was said
 * there. Guests lean as one of three camps does, so that the maps tell something.
 */
final class OpinionYear {

  /** The rooms that this part is told through. */
  record Services(
      Rounds rounds,
      Participants participants,
      Statements statements,
      Moderation moderation,
      Opinions opinions,
      Votes votes,
      Guests guests) {}

  /**
   * The opinions of one talk.
   *
   * @param recorded how the camps lean on what staff wrote down
   */
  private record Story(YearMonth month, List<String> recorded, List<Said> said) {}

  /**
   * An opinion stated on the phone.
   *
   * @param agree of ten, how many agree in each camp; empty while it waits
   * @param declined why it was declined
   * @param merged number of the recorded opinion that stands for it
   */
  private record Said(
      String text, Optional<String> agree, Optional<String> declined, Optional<Integer> merged) {}

  /** Of ten guests, the camp of each: half, three, two. */
  private static final int[] CAMPS = {0, 1, 0, 2, 0, 1, 0, 0, 2, 1};

  /** Most guests vote on most opinions, none on all. */
  private static final int VOTES_OF_TEN = 8;

  private static final int VOTERS = 36;
  private static final int WAITING_FOR_LATER = 3;

  private final Services on;
  private final Timetable timetable;
  private final ToLongFunction<YearMonth> talks;

  OpinionYear(Services on, Timetable timetable, ToLongFunction<YearMonth> talks) {
    this.on = on;
    this.timetable = timetable;
    this.talks = talks;
  }

  /**
   * Puts the year's opinions on the stage.
   *
   * @param days the day of each talk
   */
  void schedule(SignedIn staff, Map<YearMonth, LocalDate> days) {
    for (var story : read()) {
      var day = days.get(story.month());
      if (day == null) {
        continue;
      }
      var early = story.said().subList(0, WAITING_FOR_LATER);
      var late = story.said().subList(WAITING_FOR_LATER, story.said().size());
      var dice = new Random(story.month().hashCode());
      timetable.at(day.minusDays(2).atTime(9, 5), () -> open(staff, story));
      timetable.at(day.minusDays(1).atTime(20, 10), () -> state(staff, story, early, 0));
      timetable.at(day.atTime(10, 20), () -> state(staff, story, late, WAITING_FOR_LATER));
      timetable.at(day.atTime(10, 40), () -> accept(staff, story));
      timetable.at(day.atTime(11, 10), () -> vote(staff, story, Opinion.Origin.PHONE, dice));
      timetable.at(day.plusDays(1).atTime(9, 5), () -> merge(staff, story));
      timetable.at(
          day.plusDays(2).atTime(19, 30), () -> vote(staff, story, Opinion.Origin.RECORDED, dice));
    }
  }

  private void open(SignedIn staff, Story story) {
    Cast.signIn(staff);
    on.rounds().open(staff, talk(story), 0, true);
  }

  /** One guest after the other, so that nobody says too much. */
  private void state(SignedIn staff, Story story, List<Said> said, int first) {
    var guests = guests(staff, story);
    asGuest();
    for (var n = 0; n < said.size(); n++) {
      on.statements()
          .state(
              guests.get((first + n) * 5 % guests.size()),
              new Statement(said.get(n).text(), Optional.empty(), true, false));
    }
  }

  private void accept(SignedIn staff, Story story) {
    Cast.signIn(staff);
    for (var opinion : on.opinions().ofTalk(staff.scope(), talk(story))) {
      var said = said(story, opinion);
      if (said.filter(one -> one.agree().isPresent()).isPresent()) {
        judge(staff, opinion, OpinionMove.ACCEPT, Optional.empty(), "");
      }
      said.flatMap(Said::declined)
          .ifPresent(why -> judge(staff, opinion, OpinionMove.DECLINE, Optional.empty(), why));
    }
  }

  private void merge(SignedIn staff, Story story) {
    Cast.signIn(staff);
    var all = on.opinions().ofTalk(staff.scope(), talk(story));
    var recorded = recorded(all);
    for (var opinion : all) {
      said(story, opinion)
          .flatMap(Said::merged)
          .ifPresent(number ->
              judge(
                  staff,
                  opinion,
                  OpinionMove.MERGE,
                  Optional.of(recorded.get(number - 1).id()),
                  ""));
    }
  }

  private void judge(
      SignedIn staff, Opinion opinion, OpinionMove move, Optional<Long> into, String reason) {
    on.moderation()
        .judge(
            staff,
            opinion.talk(),
            new Judgement(move, Map.of(opinion.id(), opinion.version()), into, reason));
  }

  private void vote(SignedIn staff, Story story, Opinion.Origin origin, Random dice) {
    var guests = guests(staff, story);
    var accepted = on.opinions().accepted(talk(story));
    var recorded = recorded(accepted);
    asGuest();
    for (var opinion : accepted) {
      if (opinion.origin() != origin) {
        continue;
      }
      var agree =
          origin == Opinion.Origin.PHONE
              ? said(story, opinion).flatMap(Said::agree).orElseThrow()
              : story.recorded().get(recorded.indexOf(opinion) % story.recorded().size());
      for (var n = 0; n < guests.size(); n++) {
        var side = side(agree.charAt(CAMPS[n % CAMPS.length]) - '0', dice);
        if (dice.nextInt(10) < VOTES_OF_TEN && isOthers(opinion, guests.get(n))) {
          on.votes().cast(guests.get(n), opinion.id(), side);
        }
      }
    }
  }

  private static Side side(int agreeing, Random dice) {
    var sure = dice.nextInt(10) < agreeing;
    return sure ? Side.AGREE : dice.nextInt(4) == 0 ? Side.PASS : Side.DISAGREE;
  }

  private static boolean isOthers(Opinion opinion, Participant guest) {
    return opinion.invitation().filter(author -> author == guest.invitation()).isEmpty();
  }

  private List<Participant> guests(SignedIn staff, Story story) {
    var talk = talk(story);
    var coming =
        on.guests().list(staff, talk, "").stream()
            .filter(guest -> guest.status().saidYes())
            .map(Guest::id)
            .sorted()
            .limit(VOTERS)
            .toList();
    var guests = new ArrayList<Participant>();
    coming.forEach(id -> on.participants().byInvitation(id).ifPresent(guests::add));
    return guests;
  }

  private long talk(Story story) {
    return talks.applyAsLong(story.month());
  }

  private static List<Opinion> recorded(List<Opinion> opinions) {
    return opinions.stream()
        .filter(opinion -> opinion.origin() == Opinion.Origin.RECORDED)
        .toList();
  }

  private static Optional<Said> said(Story story, Opinion opinion) {
    return story.said().stream().filter(one -> one.text().equals(opinion.text())).findFirst();
  }

  private static void asGuest() {
    SecurityContextHolder.clearContext();
  }

  private static List<Story> read() {
    try (var file = new ClassPathResource("demo/opinions-2021.yaml").getInputStream()) {
      var tree = new Yaml(new SafeConstructor(new LoaderOptions())).<List<Object>>load(file);
      return Arrays.asList(JsonMapper.shared().convertValue(tree, Story[].class));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
