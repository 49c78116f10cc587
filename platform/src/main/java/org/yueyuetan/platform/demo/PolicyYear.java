package org.yueyuetan.platform.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.policy.Clause;
import org.yueyuetan.platform.policy.Clauses;
import org.yueyuetan.platform.policy.Comments;
import org.yueyuetan.platform.policy.Compared;
import org.yueyuetan.platform.policy.Disclosure;
import org.yueyuetan.platform.policy.DocumentNumbers;
import org.yueyuetan.platform.policy.Genre;
import org.yueyuetan.platform.policy.Issuance;
import org.yueyuetan.platform.policy.Manner;
import org.yueyuetan.platform.policy.MinutesOfTalk;
import org.yueyuetan.platform.policy.Pasted;
import org.yueyuetan.platform.policy.Policies;
import org.yueyuetan.platform.policy.Policy;
import org.yueyuetan.platform.policy.PolicyDraft;
import org.yueyuetan.platform.policy.Sources;
import org.yueyuetan.platform.policy.Verdict;
import org.yueyuetan.platform.talk.Talks;
import tools.jackson.databind.json.JsonMapper;

/** The documents of the year, as written in {@code demo/policies-2021.yaml}. */
final class PolicyYear {

  private static final String REGION = "371500000000";

  /** Before the first trial ends. */
  private static final LocalDateTime REMINDED = LocalDateTime.of(2021, 11, 2, 8, 0);

  /** The rooms that this part is told through. */
  record Services(
      Policies policies,
      Issuance issuance,
      Clauses clauses,
      Sources sources,
      Comments comments,
      DocumentNumbers numbers,
      MinutesOfTalk minutes,
      Talks talks,
      Accounts accounts) {}

  private record Story(Before before, String signer, List<Scene> policies) {}

  private record Before(String code, int year, int until, String title, LocalDate dated) {}

  /**
   * A document.
   *
   * @param talk that minutes are of
   * @param from opening words of an opinion, words of the clause, how, note
   * @param left opening words of an opinion, and why no clause took it up
   */
  private record Scene(
      Genre genre,
      Optional<String> title,
      Optional<String> addressee,
      Optional<String> copies,
      Optional<String> cover,
      Optional<LocalDate> expires,
      Optional<YearMonth> talk,
      Optional<List<YearMonth>> talks,
      LocalDate drafted,
      Optional<LocalDate> signed,
      Optional<LocalDate> issued,
      Optional<Round> round,
      Optional<List<Said>> comments,
      Optional<String> text,
      Optional<List<List<String>>> from,
      Optional<List<List<String>>> left) {}

  private record Round(LocalDate from, LocalDate until, Optional<String> field) {}

  /**
   * A comment.
   *
   * @param about words of the clause; empty for the whole
   */
  private record Said(
      String who,
      String about,
      LocalDate date,
      String text,
      Optional<Verdict> verdict,
      Optional<String> answer,
      Optional<LocalDate> answered) {}

  private final Services on;
  private final Timetable timetable;
  private final Function<YearMonth, Long> talks;
  private final Story story = read();
  private final Map<Scene, Long> ids = new HashMap<>();
  private final Map<Said, Long> said = new HashMap<>();

  /**
   * Tells the documents' part of the year.
   *
   * @param talks the talk of a month, once it is planned
   */
  PolicyYear(Services on, Timetable timetable, Function<YearMonth, Long> talks) {
    this.on = on;
    this.timetable = timetable;
    this.talks = talks;
  }

  void schedule(SignedIn staff) {
    var before = story.before();
    at(
        before.dated(),
        16,
        staff,
        () ->
            on.numbers()
                .enter(
                    before.code(),
                    before.year(),
                    1,
                    before.until(),
                    before.title(),
                    before.dated(),
                    REGION,
                    staff));
    story.policies().forEach(scene -> schedule(scene, staff));
    timetable.at(REMINDED, () -> as(staff, on.policies()::remind));
  }

  private void schedule(Scene scene, SignedIn staff) {
    at(scene.drafted(), 10, staff, () -> draft(scene, staff));
    scene.round().ifPresent(round -> schedule(scene, round, staff));
    scene
        .signed()
        .ifPresent(day ->
            at(
                day,
                14,
                staff,
                () -> {
                  on.issuance().submit(id(scene), stand(scene, staff), staff);
                  on.issuance()
                      .signedOnPaper(id(scene), story.signer(), day, stand(scene, staff), staff);
                }));
    scene.issued().ifPresent(day -> at(day, 10, staff, () -> issue(scene, staff)));
  }

  private void schedule(Scene scene, Round round, SignedIn staff) {
    at(
        round.from(),
        9,
        staff,
        () ->
            on.policies()
                .openComments(
                    id(scene),
                    new Policy.CommentRound(round.until(), true, "", round.field().orElse(""), ""),
                    staff));
    for (var comment : scene.comments().orElse(List.of())) {
      timetable.at(
          comment.date().atTime(15, 20),
          () -> {
            var me = person(comment.who());
            as(me, () -> said.put(comment, say(scene, comment, me)));
          });
      comment
          .answered()
          .ifPresent(day ->
              at(
                  day,
                  9,
                  staff,
                  () ->
                      on.comments()
                          .answer(
                              id(scene),
                              Objects.requireNonNull(said.get(comment)),
                              comment.verdict().orElseThrow(),
                              comment.answer().orElse(""),
                              0,
                              staff)));
    }
    scene
        .signed()
        .ifPresent(signed ->
            at(
                round.until().plusDays(1),
                8,
                staff,
                () -> on.policies().closeComments(id(scene), staff)));
  }

  private void draft(Scene scene, SignedIn staff) {
    var minutes = scene.talk().map(talks).flatMap(id -> on.talks().find(staff.scope(), id));
    var about =
        minutes
            .map(talk -> List.of(talk.id()))
            .orElseGet(() -> scene.talks().orElse(List.of()).stream().map(talks).toList());
    var id =
        on.policies()
            .createSample(
                new PolicyDraft(
                    scene.genre(),
                    minutes.map(on.minutes()::title).or(scene::title).orElseThrow(),
                    scene.addressee().orElse(""),
                    scene.copies().orElse(""),
                    scene.cover().orElse(""),
                    minutes.map(talk -> on.minutes().attendance(talk, staff)).orElse(""),
                    Disclosure.OPEN,
                    scene.expires(),
                    about),
                staff);
    ids.put(scene, id);
    scene
        .text()
        .ifPresent(text -> on.clauses().paste(id, Pasted.split(text, scene.genre()), staff));
    var opinions = on.sources().compare(id);
    for (var link : scene.from().orElse(List.of())) {
      on.sources()
          .link(
              id,
              clause(id, link.get(1)),
              List.of(opinion(opinions, link.get(0))),
              Manner.valueOf(link.get(2)),
              link.get(3),
              staff);
    }
    for (var left : scene.left().orElse(List.of())) {
      on.sources().leave(id, opinion(opinions, left.get(0)), "", left.get(1), staff);
    }
  }

  private long say(Scene scene, Said comment, SignedIn me) {
    var id = id(scene);
    return on.comments()
        .add(
            id,
            Optional.of(comment.about()).filter(words -> !words.isEmpty()).map(w -> clause(id, w)),
            comment.text(),
            me);
  }

  private void issue(Scene scene, SignedIn staff) {
    var policy = on.policies().find(staff.scope(), id(scene)).orElseThrow();
    on.issuance()
        .issue(
            policy.id(),
            on.policies().usualCode(policy),
            policy.signedOn().orElseThrow(),
            policy.stand(),
            staff);
  }

  private long clause(long policy, String words) {
    return on.clauses().of(policy).stream()
        .filter(clause -> clause.text().contains(words))
        .mapToLong(Clause::id)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no clause: " + words));
  }

  private static long opinion(List<Compared> opinions, String words) {
    return opinions.stream()
        .filter(one -> one.text().startsWith(words))
        .mapToLong(Compared::opinion)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no opinion: " + words));
  }

  private SignedIn person(String username) {
    return on.accounts().signedIn(on.accounts().byUsername(username).orElseThrow());
  }

  private long id(Scene scene) {
    return Objects.requireNonNull(ids.get(scene));
  }

  private int stand(Scene scene, SignedIn staff) {
    return on.policies().find(staff.scope(), id(scene)).orElseThrow().stand();
  }

  private void at(LocalDate day, int hour, SignedIn me, Runnable what) {
    timetable.at(day.atTime(hour, 0), () -> as(me, what));
  }

  private static void as(SignedIn me, Runnable what) {
    Cast.signIn(me);
    what.run();
  }

  private static Story read() {
    try (var file = new ClassPathResource("demo/policies-2021.yaml").getInputStream()) {
      var tree = new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Object>>load(file);
      return JsonMapper.shared().convertValue(tree, Story.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
