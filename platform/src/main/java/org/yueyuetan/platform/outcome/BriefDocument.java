package org.yueyuetan.platform.outcome;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.document.WordDocument;

/**
 * Writes a brief in the layout that offices are used to: red masthead, numbered headings,
 * distribution list.
 */
@Component
class BriefDocument {

  private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", CHINESE);
  private static final List<String> ORDINALS = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九");

  private final MessageSource words;

  BriefDocument(MessageSource words) {
    this.words = words;
  }

  byte[] write(Brief brief) {
    return new Writing(brief).bytes();
  }

  /**
   * One document being written; sections number themselves, and those without content are left out.
   */
  private final class Writing {

    private final Brief brief;
    private final WordDocument word = new WordDocument();
    private int sections;

    Writing(Brief brief) {
      this.brief = brief;
    }

    byte[] bytes() {
      var talk = brief.talk();
      word.masthead(
          t("outcome.brief.masthead"),
          t("outcome.brief.issue", String.valueOf(talk.number())),
          brief.bureau(),
          brief.day(CHINESE));
      word.title(talk.title());
      word.paragraph(
          t(
              "outcome.brief.opening",
              brief.day(CHINESE),
              talk.place(),
              talk.title(),
              brief.present()));
      theme();
      presence();
      agenda();
      opinions();
      if (!brief.conclusion().isBlank()) {
        section("conclusion");
        word.paragraph(brief.conclusion());
      }
      commitments();
      answers();
      section("figures");
      word.paragraph(
          t(
              "outcome.brief.figures",
              brief.invited(),
              brief.present(),
              brief.opinions().size(),
              brief.commitments().size(),
              brief.kept(),
              brief.answered().size()));
      word.distribution(List.of(t("outcome.brief.distribution")));
      return word.named(t("outcome.brief.of", talk.title()), brief.bureau()).bytes();
    }

    private void theme() {
      brief
          .theme()
          .ifPresent(theme -> {
            section("theme");
            word.paragraph(
                t(
                    "outcome.brief.theme.text",
                    theme.title(),
                    brief.needs().size() + brief.otherNeeds()));
            word.paragraph(theme.question());
            if (!brief.needs().isEmpty()) {
              word.table(
                  List.of(t("outcome.brief.need"), t("outcome.brief.unit")),
                  brief.needs().stream().map(need -> List.of(need.title(), need.unit())).toList(),
                  List.of(3, 2));
            }
            if (brief.otherNeeds() > 0) {
              word.paragraph(t("outcome.brief.otherNeeds", brief.otherNeeds()));
            }
          });
    }

    private void presence() {
      section("presence");
      var rows = new ArrayList<List<String>>();
      for (var party : brief.presence()) {
        rows.add(
            List.of(
                t("talk.party." + party.party().name()),
                String.valueOf(party.invited()),
                String.valueOf(party.present())));
      }
      rows.add(
          List.of(
              t("outcome.brief.sum"),
              String.valueOf(brief.invited()),
              String.valueOf(brief.present())));
      word.table(
          List.of(t("outcome.brief.party"), t("outcome.brief.invited"), t("outcome.brief.present")),
          rows,
          List.of(2, 1, 1));
      if (!brief.units().isEmpty()) {
        word.paragraph(t("outcome.brief.units", String.join("、", brief.units())));
      }
    }

    private void agenda() {
      if (brief.agenda().isEmpty()) {
        return;
      }
      section("agenda");
      IntStream.range(0, brief.agenda().size())
          .forEach(n -> {
            var item = brief.agenda().get(n);
            word.paragraph(
                "%d. %s%s"
                    .formatted(
                        n + 1,
                        item.title(),
                        item.speaker().isBlank() ? "" : "（" + item.speaker() + "）"));
          });
    }

    private void opinions() {
      if (brief.opinions().isEmpty()) {
        return;
      }
      section("opinions");
      for (var voice : brief.opinions()) {
        var unit = voice.unit().isEmpty() ? t("talk.party." + voice.party().name()) : voice.unit();
        word.paragraph(unit + "：", voice.text());
      }
    }

    private void commitments() {
      if (brief.commitments().isEmpty()) {
        return;
      }
      section("commitments");
      word.table(
          List.of(
              t("outcome.brief.who"),
              t("outcome.brief.what"),
              t("outcome.brief.due"),
              t("outcome.brief.state")),
          brief.commitments().stream()
              .map(promise ->
                  List.of(
                      promise.who(),
                      promise.what(),
                      day(promise.due()),
                      t(
                          promise.overdue()
                              ? "outcome.brief.overdue"
                              : "talkday.commitmentStatus." + promise.status().name())))
              .toList(),
          List.of(3, 5, 3, 2));
    }

    private void answers() {
      if (brief.answered().isEmpty()) {
        return;
      }
      section("answers");
      word.table(
          List.of(t("outcome.brief.need"), t("outcome.brief.unit"), t("outcome.brief.answer")),
          brief.answered().stream()
              .map(need -> List.of(need.title(), need.unit(), need.answer()))
              .toList(),
          List.of(3, 2, 5));
    }

    private void section(String key) {
      word.heading(ORDINALS.get(sections++) + "、" + t("outcome.brief.section." + key));
    }
  }

  private static String day(LocalDate date) {
    return DAY.format(date);
  }

  private String t(String key, Object... args) {
    return words.getMessage(key, args, CHINESE);
  }
}
