package org.yueyuetan.platform.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.document.Attachment;
import org.yueyuetan.platform.document.Block;
import org.yueyuetan.platform.document.Head;
import org.yueyuetan.platform.document.OfficialDocument;
import org.yueyuetan.platform.document.OfficialDocument.Imprint;

/** Puts a document into official form: head, text, what it brings along, comparison table. */
@Component
class PolicyDocument {

  private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

  /** A first sentence up to this length is a heading, and the text follows on its line. */
  private static final int HEADING = 30;

  /** So many characters of a title stand on a line. */
  private static final int TITLE = 20;

  private final Sources sources;
  private final MessageSource words;
  private final Clock clock;

  PolicyDocument(Sources sources, MessageSource words, Clock clock) {
    this.sources = sources;
    this.words = words;
    this.clock = clock;
  }

  /**
   * The document as it is issued, or as it would be now.
   *
   * @param publisher 发文机关
   * @param compared whether the comparison table is part of it: until it is issued, that table is
   *     for those only who work on it
   */
  OfficialDocument of(Policy policy, List<Clause> text, String publisher, boolean compared) {
    var draft =
        policy.issued()
            ? ""
            : t(
                policy.comments().isPresent()
                    ? "policy.document.forComment"
                    : "policy.document.draft");
    var document =
        OfficialDocument.of(head(policy, publisher), title(policy, publisher, draft), publisher)
            .to(policy.addressee())
            .saying(policy.genre().annexed() ? cover(policy) : body(text))
            .with(attachments(policy, text, compared))
            .noted(policy.sample() ? t("policy.document.sample") : "");
    return policy.genre() == Genre.MINUTES
        ? recorded(document, policy)
        : sealed(document, policy, publisher);
  }

  /** A name in brackets is not torn apart where it fits on a line. */
  private static String title(Policy policy, String publisher, String draft) {
    var whole = policy.genre().heading(publisher, policy.title()) + draft;
    var name = whole.indexOf('《');
    return policy.genre().annexed() && name <= TITLE && whole.length() - name <= TITLE
        ? whole.substring(0, name) + "\n" + whole.substring(name)
        : whole;
  }

  private OfficialDocument sealed(OfficialDocument document, Policy policy, String publisher) {
    var today = LocalDate.now(clock);
    return document
        .sealed(publisher, policy.sealedOn().or(policy::signedOn).orElse(today))
        .imprint(
            Imprint.of(
                policy.copies(),
                t("policy.document.office", publisher),
                policy
                    .issuedAt()
                    .map(at -> LocalDate.ofInstant(at, clock.getZone()))
                    .orElse(today)));
  }

  private OfficialDocument recorded(OfficialDocument document, Policy policy) {
    return policy.copies().isEmpty()
        ? document
        : document.imprint(
            Imprint.of(
                List.of(
                    new OfficialDocument.Recipients(
                        t("policy.document.sentTo"), policy.copies()))));
  }

  private Head head(Policy policy, String publisher) {
    if (policy.genre() != Genre.MINUTES) {
      return new Head.Ordinary(t("policy.document.mark", publisher), policy.number());
    }
    var date = policy.sealedOn().or(policy::signedOn).orElse(LocalDate.now(clock));
    return new Head.Minutes(
        t("policy.document.minutes", publisher),
        policy.number(),
        publisher,
        t(
            "policy.document.date",
            String.valueOf(date.getYear()),
            date.getMonthValue(),
            date.getDayOfMonth()),
        attendance(policy));
  }

  private static List<Head.Attendance> attendance(Policy policy) {
    return policy
        .attendance()
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> {
          var colon = line.indexOf('：');
          return colon < 0
              ? new Head.Attendance("出席", line)
              : new Head.Attendance(line.substring(0, colon), line.substring(colon + 1));
        })
        .toList();
  }

  private static List<Block> cover(Policy policy) {
    return policy.cover().lines().filter(line -> !line.isBlank()).map(Block::paragraph).toList();
  }

  private List<Attachment> attachments(Policy policy, List<Clause> text, boolean withTable) {
    var attachments = new ArrayList<Attachment>();
    if (policy.genre().annexed()) {
      attachments.add(Attachment.issued(policy.title(), body(text)));
    }
    var compared =
        !withTable || policy.genre() == Genre.MINUTES
            ? List.<Compared>of()
            : sources.compare(policy.id());
    if (!compared.isEmpty()) {
      attachments.add(comparison(compared));
    }
    return attachments;
  }

  private Attachment comparison(List<Compared> compared) {
    var rows = new ArrayList<List<String>>();
    for (var row : compared) {
      rows.add(
          List.of(
              String.valueOf(rows.size() + 1),
              Emoji.without(row.text()),
              row.unit().orElseGet(() -> t("talk.party." + row.party().name())),
              t(
                  row.isDecided()
                      ? "policy.manner." + row.manner().name()
                      : "policy.comparison.untouched"),
              row.clauses(),
              row.note()));
    }
    return Attachment.annex(
            t("policy.comparison.title"),
            List.of(
                Block.table(
                    "",
                    Stream.of("number", "opinion", "who", "manner", "clause", "note")
                        .map(column -> t("policy.comparison." + column))
                        .toList(),
                    rows,
                    List.of(1, 8, 4, 3, 4, 5))))
        .across();
  }

  private static List<Block> body(List<Clause> text) {
    return text.stream().flatMap(clause -> blocks(clause).stream()).toList();
  }

  private static List<Block> blocks(Clause clause) {
    var lines = clause.lines();
    if (clause.kind() == ClauseKind.CHAPTER) {
      return List.of(Block.chapter(clause.mark() + "　" + String.join("", lines)));
    }
    if (clause.kind() == ClauseKind.ARTICLE) {
      return List.of(Block.article(clause.mark(), lines.toArray(String[]::new)));
    }
    var blocks = new ArrayList<Block>();
    blocks.add(
        switch (clause.kind()) {
          case SECTION -> heading(1, clause.mark(), lines.getFirst());
          case SUBSECTION -> heading(2, clause.mark(), lines.getFirst());
          case ITEM -> Block.paragraph(clause.mark() + " " + lines.getFirst());
          default -> Block.paragraph(lines.getFirst());
        });
    lines.stream().skip(1).forEach(line -> blocks.add(Block.paragraph(line)));
    return blocks;
  }

  private static Block heading(int level, String mark, String line) {
    var end = line.indexOf('。');
    if (end >= 0 && end < HEADING && end < line.length() - 1) {
      return Block.heading(level, mark + line.substring(0, end + 1), line.substring(end + 1));
    }
    return line.length() <= HEADING
        ? Block.heading(level, mark + line)
        : Block.paragraph(mark + line);
  }

  private String t(String key, Object... args) {
    return words.getMessage(key, args, CHINESE);
  }
}
