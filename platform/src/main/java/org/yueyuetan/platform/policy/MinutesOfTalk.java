package org.yueyuetan.platform.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.opinion.Opinions;
import org.yueyuetan.platform.talk.Agenda;
import org.yueyuetan.platform.talk.AgendaItem;
import org.yueyuetan.platform.talk.Commitment;
import org.yueyuetan.platform.talk.Commitments;
import org.yueyuetan.platform.talk.Guest;
import org.yueyuetan.platform.talk.Guests;
import org.yueyuetan.platform.talk.Party;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.Talks;

/** A first draft of the minutes (纪要) of a talk, from what is on record: staff go on from there. */
@Component
public class MinutesOfTalk {

  private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", CHINESE);

  private final Talks talks;
  private final Agenda agenda;
  private final Guests guests;
  private final Opinions opinions;
  private final Commitments commitments;
  private final MessageSource words;
  private final Clock clock;

  MinutesOfTalk(
      Talks talks,
      Agenda agenda,
      Guests guests,
      Opinions opinions,
      Commitments commitments,
      MessageSource words,
      Clock clock) {
    this.talks = talks;
    this.agenda = agenda;
    this.guests = guests;
    this.opinions = opinions;
    this.commitments = commitments;
    this.words = words;
    this.clock = clock;
  }

  public String title(Talk talk) {
    return t("policy.minutes.title", String.valueOf(talk.number()), talk.title());
  }

  /** Who was there, one line a party: 社工机构：甲中心、乙中心. */
  public String attendance(Talk talk, SignedIn me) {
    var present =
        guests.list(me, talk.id(), "").stream()
            .filter(Guest::isPresent)
            .collect(
                Collectors.groupingBy(
                    Guest::party,
                    () -> new java.util.EnumMap<>(Party.class),
                    Collectors.mapping(Guest::unit, Collectors.toList())));
    return present.entrySet().stream()
        .map(
            party ->
                t("talk.party." + party.getKey().name()) + "：" + String.join("、", party.getValue()))
        .collect(Collectors.joining("\n"));
  }

  List<ClauseDraft> clauses(long id, SignedIn me) {
    var talk = talks.inCharge(me, id);
    var text = new ArrayList<ClauseDraft>();
    text.add(
        new ClauseDraft(
            ClauseKind.PARAGRAPH,
            t(
                "policy.minutes.opening",
                day(talk.startsAt().atZone(clock.getZone()).toLocalDate()),
                talk.place(),
                String.valueOf(talk.number()),
                talk.title(),
                talk.host())));
    part(text, "agenda", ClauseKind.ITEM, agenda.of(id).stream().map(this::item).toList());
    part(text, "discussion", ClauseKind.PARAGRAPH, talk.minutes().lines().toList());
    part(
        text,
        "opinions",
        ClauseKind.ITEM,
        opinions.accepted(id).stream()
            .map(
                opinion ->
                    t(
                        "policy.minutes.opinion",
                        t("talk.party." + opinion.party().name()),
                        opinion.text()))
            .toList());
    part(text, "agreed", ClauseKind.PARAGRAPH, talk.conclusion().lines().toList());
    part(
        text,
        "commitments",
        ClauseKind.ITEM,
        commitments.ofTalk(me.scope(), id).stream().map(this::promise).toList());
    return text;
  }

  private void part(List<ClauseDraft> text, String key, ClauseKind kind, List<String> paragraphs) {
    var filled = paragraphs.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (!filled.isEmpty()) {
      text.add(new ClauseDraft(ClauseKind.SECTION, t("policy.minutes.part." + key)));
      filled.forEach(line -> text.add(new ClauseDraft(kind, line)));
    }
  }

  private String item(AgendaItem item) {
    return item.speaker().isBlank() ? item.title() : item.title() + "（" + item.speaker() + "）";
  }

  private String promise(Commitment commitment) {
    return t("policy.minutes.promise", commitment.who(), commitment.what(), day(commitment.due()));
  }

  private static String day(LocalDate date) {
    return DAY.format(date);
  }

  private String t(String key, Object... args) {
    return words.getMessage(key, args, CHINESE);
  }
}
