package org.yueyuetan.platform.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.opinion.Opinion;
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

  /** So many opinions, the ones with the most support, are written out. */
  private static final int OPINIONS = 60;

  /** So many lines of any part become clauses of their own. */
  private static final int LINES = 90;

  private final JdbcClient jdbc;
  private final Talks talks;
  private final Agenda agenda;
  private final Guests guests;
  private final Opinions opinions;
  private final Commitments commitments;
  private final MessageSource words;
  private final Clock clock;

  MinutesOfTalk(
      JdbcClient jdbc,
      Talks talks,
      Agenda agenda,
      Guests guests,
      Opinions opinions,
      Commitments commitments,
      MessageSource words,
      Clock clock) {
    this.jdbc = jdbc;
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
        .map(party ->
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
    part(text, "opinions", ClauseKind.ITEM, said(id));
    part(text, "agreed", ClauseKind.PARAGRAPH, talk.conclusion().lines().toList());
    part(
        text,
        "commitments",
        ClauseKind.ITEM,
        commitments.ofTalk(me.scope(), id).stream().map(this::promise).toList());
    return text;
  }

  /**
   * What was said, in order; of a lively talk what most agreed with, and how much more there is.
   */
  private List<String> said(long talk) {
    var all = opinions.accepted(talk);
    var support = support(talk);
    var lines =
        all.stream()
            .sorted(
                Comparator.comparing(
                    (Opinion opinion) -> support.getOrDefault(opinion.id(), 0),
                    Comparator.reverseOrder()))
            .limit(OPINIONS)
            .sorted(Comparator.comparingLong(Opinion::id))
            .map(opinion ->
                t(
                    "policy.minutes.opinion",
                    t("talk.party." + opinion.party().name()),
                    Emoji.without(opinion.text())))
            .collect(Collectors.toCollection(ArrayList::new));
    if (all.size() > OPINIONS) {
      lines.add(t("policy.minutes.more", String.valueOf(all.size() - OPINIONS)));
    }
    return lines;
  }

  /** How many guests agree with each opinion. */
  private Map<Long, Integer> support(long talk) {
    var support = new HashMap<Long, Integer>();
    jdbc.sql(
            """
            select v.opinion_id, count(*) as agreeing
            from opinion_vote v join opinion o on o.id = v.opinion_id
            where o.talk_id = :talk and v.side = 1 group by v.opinion_id
            """)
        .param("talk", talk)
        .query(row -> {
          support.put(row.getLong("opinion_id"), row.getInt("agreeing"));
        });
    return support;
  }

  private void part(List<ClauseDraft> text, String key, ClauseKind kind, List<String> paragraphs) {
    var filled =
        paragraphs.stream()
            .flatMap(paragraph -> paragraph.lines())
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .flatMap(line -> pieces(line).stream())
            .toList();
    if (!filled.isEmpty()) {
      text.add(new ClauseDraft(ClauseKind.SECTION, t("policy.minutes.part." + key)));
      packed(filled).forEach(line -> text.add(new ClauseDraft(kind, line)));
    }
  }

  /**
   * A line that is too long for a clause goes on in the next one, from the end of a sentence on.
   */
  private static List<String> pieces(String line) {
    var pieces = new ArrayList<String>();
    var rest = line;
    while (rest.length() > ClauseDraft.TEXT) {
      var sentence = rest.lastIndexOf('。', ClauseDraft.TEXT - 1) + 1;
      var end = sentence > 0 ? sentence : rest.offsetByCodePoints(0, ClauseDraft.TEXT / 2);
      pieces.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    pieces.add(rest);
    return pieces;
  }

  /** Where there are very many lines, several share a clause. */
  private static List<String> packed(List<String> lines) {
    if (lines.size() <= LINES) {
      return lines;
    }
    var packed = new ArrayList<String>();
    for (var line : lines) {
      if (packed.isEmpty() || packed.getLast().length() + 1 + line.length() > ClauseDraft.TEXT) {
        packed.add(line);
      } else {
        packed.set(packed.size() - 1, packed.getLast() + "\n" + line);
      }
    }
    return packed;
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
