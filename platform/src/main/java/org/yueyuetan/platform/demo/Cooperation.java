package org.yueyuetan.platform.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yueyuetan.platform.agreement.Template;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.project.Kind;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who works with whom in the demo year, as written in {@code demo/cooperation-2021.yaml}. Money is
 * in fen; things that projects need, and that are provided, are named by their titles.
 */
record Cooperation(
    List<Plan> projects,
    List<Gift> provisions,
    Showcase showcase,
    List<Round> rounds,
    List<Deal> agreements) {

  /**
   * A project on its way.
   *
   * @param need that it grew from
   * @param established empty while it waits at the bureau's desk
   * @param talk at which it was established
   */
  record Plan(
      String who,
      String title,
      String goal,
      String beneficiaries,
      int served,
      Field field,
      String region,
      String place,
      LocalDate from,
      LocalDate until,
      Optional<Wish> need,
      List<Thing> items,
      LocalDate submitted,
      Optional<LocalDate> established,
      Optional<YearMonth> talk) {}

  record Wish(org.yueyuetan.platform.need.Kind kind, String title, String text) {}

  record Thing(Kind kind, String title, long quantity, String unit, long lot) {}

  /**
   * What somebody gives.
   *
   * @param offer title of the offer that came before
   */
  record Gift(
      String who,
      Kind kind,
      String title,
      String text,
      long quantity,
      String unit,
      Field field,
      LocalDate offered,
      Optional<String> offer) {}

  /**
   * Cards of the talk.
   *
   * @param interests who marked whom, how, in which words
   */
  record Showcase(List<Shown> cards, List<List<String>> interests) {}

  /**
   * A card.
   *
   * @param pictures captions of pictures, which are drawn
   * @param published whether everyone may read it afterwards; usually they may
   */
  record Shown(
      String who,
      int minutes,
      String about,
      String gives,
      String wants,
      Optional<List<String>> pictures,
      Optional<Boolean> published) {}

  /**
   * A round of two-way selection.
   *
   * @param linked when the talk of that month was named as the one that it belongs to
   * @param announced when its result was told; it is still running without
   * @param back who would rather not, whom, why
   */
  record Round(
      String title,
      LocalDate opens,
      LocalDate ranked,
      Optional<LocalDate> linked,
      LocalDate closes,
      Optional<LocalDate> announced,
      Optional<LocalDate> confirmed,
      Optional<LocalDate> filled,
      Optional<YearMonth> talk,
      Map<String, List<String>> ranks,
      Optional<List<List<String>>> back) {}

  /**
   * An agreement and what became of it.
   *
   * @param milestones party, title, day
   * @param signed when the parties begin to sign, one after another
   * @param signers how many have; empty for all
   */
  record Deal(
      Template template,
      String title,
      String purpose,
      String project,
      LocalDate from,
      LocalDate until,
      List<String> parties,
      List<Share> gives,
      List<List<String>> milestones,
      boolean disclosed,
      LocalDateTime drafted,
      Optional<Returned> returned,
      LocalDateTime signed,
      Optional<Integer> signers,
      Optional<List<Done>> reports,
      Optional<Changed> change,
      Optional<Ratings> ratings,
      Optional<Answer> answer) {}

  /**
   * What a party gives.
   *
   * @param by position of the party
   * @param from title of the provision
   */
  record Share(int by, String item, String from, long quantity) {}

  record Returned(int by, LocalDateTime at, String why, String clause) {}

  /**
   * A report.
   *
   * @param of title of a milestone, or of what is given
   * @param quantity how much was given
   * @param photos names of pictures, which are drawn
   * @param answered when the other side confirmed it; empty while it waits
   */
  record Done(
      String of,
      Optional<Long> quantity,
      LocalDateTime at,
      String note,
      Optional<List<String>> photos,
      Optional<List<String>> lists,
      Optional<LocalDateTime> answered) {}

  record Changed(
      String of, String title, LocalDate due, LocalDateTime at, String why, LocalDateTime agreed) {}

  /**
   * What both sides say at the end.
   *
   * @param words party, stars, words
   */
  record Ratings(LocalDateTime at, List<List<String>> words) {}

  record Answer(LocalDateTime at, String text) {}

  /** All who have a part in it, each once. */
  List<String> participants() {
    return Stream.of(
            projects.stream().map(Plan::who),
            provisions.stream().map(Gift::who),
            showcase.cards().stream().map(Shown::who))
        .flatMap(who -> who)
        .distinct()
        .toList();
  }

  static Cooperation read() {
    try (var file = new ClassPathResource("demo/cooperation-2021.yaml").getInputStream()) {
      var tree = new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Object>>load(file);
      return JsonMapper.shared().convertValue(tree, Cooperation.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
