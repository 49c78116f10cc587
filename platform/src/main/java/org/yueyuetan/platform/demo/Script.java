package org.yueyuetan.platform.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yueyuetan.platform.need.Kind;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.organization.Level;
import org.yueyuetan.platform.organization.PartyType;
import org.yueyuetan.platform.talk.Party;
import org.yueyuetan.platform.talk.TalkForm;
import tools.jackson.databind.json.JsonMapper;

/** What happens in the demo year, as written in {@code demo/year-2021.yaml}. */
record Script(
    List<Named> named,
    List<TalkScene> talks,
    Next next,
    List<Wish> everyday,
    List<Wish> offers,
    Names names) {

  /** A body that the public reports name. */
  record Named(
      String name,
      org.yueyuetan.platform.organization.Kind kind,
      Level level,
      String region,
      Set<Field> fields,
      PartyType party) {}

  /**
   * One monthly talk.
   *
   * @param guests party and name of those who are not in the registry
   * @param agenda title, speaker, minutes; a fourth word marks a question to all parties
   * @param opinions party, text and, in talks with questions, the number of the one it answers
   */
  record TalkScene(
      YearMonth month,
      LocalDate day,
      String title,
      String question,
      Field field,
      List<TalkForm> forms,
      String place,
      String address,
      String host,
      int capacity,
      Invite invite,
      Optional<List<List<String>>> guests,
      Map<Party, Integer> quorum,
      List<List<String>> agenda,
      Optional<List<List<String>>> stops,
      List<Wish> needs,
      List<List<String>> opinions,
      List<Promise> commitments,
      String minutes,
      String conclusion) {}

  /**
   * Who is called.
   *
   * @param attend how many come; empty for most of those who said yes
   */
  record Invite(List<Field> fields, int count, Optional<Integer> attend) {}

  /**
   * A pattern of a need or an offer: {@code {region}} and {@code {n}} are filled in.
   *
   * @param also other titles and texts in which organizations put the same
   */
  record Wish(
      Optional<Field> field,
      Kind kind,
      String title,
      String text,
      Optional<String> unit,
      Optional<BigDecimal> quantity,
      Optional<List<List<String>>> also) {

    /** The pattern in one of its wordings. */
    Wish in(int wording) {
      var others = also.orElse(List.of());
      var chosen = wording % (others.size() + 1);
      return chosen == 0
          ? this
          : new Wish(
              field,
              kind,
              others.get(chosen - 1).get(0),
              others.get(chosen - 1).get(1),
              unit,
              quantity,
              Optional.empty());
    }
  }

  record Promise(
      String who, String what, LocalDate due, Optional<LocalDate> kept, Optional<String> report) {}

  /** The month that is just being prepared when the demo begins. */
  record Next(YearMonth month, String title, Field field, String question, List<Wish> needs) {}

  /** Parts of generated names. */
  record Names(
      Map<String, Field> socialGroup,
      Map<String, Field> serviceAgency,
      Map<String, Field> foundation,
      List<String> prefix,
      List<String> surname,
      List<String> given) {}

  static Script read() {
    try (var file = new ClassPathResource("demo/year-2021.yaml").getInputStream()) {
      var tree = new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Object>>load(file);
      return JsonMapper.shared().convertValue(tree, Script.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** When the agenda is through, counted from the start. */
  static LocalTime endOf(TalkScene scene, LocalTime start) {
    return start.plusMinutes(
        scene.agenda().stream().mapToInt(item -> Integer.parseInt(item.get(2))).sum());
  }
}
