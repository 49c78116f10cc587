package org.yueyuetan.platform.outcome;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.document.Block;
import org.yueyuetan.platform.document.Head;
import org.yueyuetan.platform.document.OfficialDocument;
import org.yueyuetan.platform.document.OfficialDocument.Imprint;
import org.yueyuetan.platform.document.OfficialDocument.Recipients;
import org.yueyuetan.platform.document.Ordinal;

/**
 * Puts a brief into the form that offices are used to: red masthead, numbered headings,
 * distribution list.
 */
@Component
class BriefDocument {

  private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", CHINESE);

  /** Pages set numbers off by a space; official documents do not. */
  private static final Pattern SPACE_AT_NUMBER =
      Pattern.compile("(?<=\\p{IsHan}) (?=\\d)|(?<=\\d) (?=\\p{IsHan})");

  private final MessageSource words;

  BriefDocument(MessageSource words) {
    this.words = words;
  }

  OfficialDocument of(Brief brief) {
    return new Writing(brief).document();
  }

  /**
   * One document being written; sections number themselves, and those without content are left out.
   */
  private final class Writing {

    private final Brief brief;
    private final List<Block> text = new ArrayList<>();
    private int sections;

    Writing(Brief brief) {
      this.brief = brief;
    }

    OfficialDocument document() {
      var talk = brief.talk();
      paragraph(
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
        paragraph(brief.conclusion());
      }
      commitments();
      answers();
      section("figures");
      paragraph(
          t(
              "outcome.brief.figures",
              brief.invited(),
              brief.present(),
              brief.allOpinions(),
              brief.commitments().size(),
              brief.kept(),
              brief.answered().size(),
              brief.replied()));
      var head =
          new Head.Brief(
              t("outcome.brief.masthead"),
              t("outcome.brief.issue", String.valueOf(talk.number())),
              brief.bureau(),
              brief.day(CHINESE));
      return OfficialDocument.of(head, talk.title(), brief.bureau())
          .saying(text)
          .imprint(
              Imprint.of(
                  List.of(
                      new Recipients(
                          t("outcome.brief.distribution.label"),
                          t("outcome.brief.distribution")))));
    }

    private void paragraph(String words) {
      text.add(Block.paragraph(words));
    }

    private void table(List<String> header, List<List<String>> rows, List<Integer> shares) {
      text.add(Block.table("", header, rows, shares));
    }

    private void theme() {
      brief
          .theme()
          .ifPresent(theme -> {
            section("theme");
            paragraph(
                t(
                    "outcome.brief.theme.text",
                    theme.title(),
                    brief.needs().size() + brief.otherNeeds()));
            paragraph(theme.question());
            if (!brief.needs().isEmpty()) {
              table(
                  List.of(t("outcome.brief.need"), t("outcome.brief.unit")),
                  brief.needs().stream().map(need -> List.of(need.title(), need.unit())).toList(),
                  List.of(3, 2));
            }
            if (brief.otherNeeds() > 0) {
              paragraph(t("outcome.brief.otherNeeds", brief.otherNeeds()));
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
      table(
          List.of(t("outcome.brief.party"), t("outcome.brief.invited"), t("outcome.brief.present")),
          rows,
          List.of(2, 1, 1));
      if (!brief.units().isEmpty()) {
        paragraph(t("outcome.brief.units", String.join("、", brief.units())));
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
            paragraph(
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
        text.add(Block.paragraph(unit + "：", voice.text()));
      }
      if (brief.otherOpinions() > 0) {
        paragraph(t("outcome.brief.otherOpinions.where", brief.otherOpinions()));
      }
    }

    private void commitments() {
      if (brief.commitments().isEmpty()) {
        return;
      }
      section("commitments");
      table(
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
      table(
          List.of(t("outcome.brief.need"), t("outcome.brief.unit"), t("outcome.brief.answer")),
          brief.answered().stream()
              .map(need -> List.of(need.title(), need.unit(), need.answer()))
              .toList(),
          List.of(3, 2, 5));
    }

    private void section(String key) {
      text.add(
          Block.heading(1, Ordinal.heading(1, ++sections) + t("outcome.brief.section." + key)));
    }
  }

  private static String day(LocalDate date) {
    return DAY.format(date);
  }

  private String t(String key, Object... args) {
    return SPACE_AT_NUMBER.matcher(words.getMessage(key, args, CHINESE)).replaceAll("");
  }
}
