package org.yueyuetan.platform.disposition;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.document.Sheet;
import org.yueyuetan.platform.document.Sheets;

/** The register as a spreadsheet, read page by page while it is written. */
@Component
class DispositionExport {

  private static final int PAGE = 1000;

  private final Register register;
  private final MessageSource words;
  private final Clock clock;

  DispositionExport(Register register, MessageSource words, Clock clock) {
    this.register = register;
    this.words = words;
    this.clock = clock;
  }

  void write(Reader reader, Filter filter, Locale locale, HttpServletResponse response)
      throws IOException {
    var title = word("disposition.list.title", locale);
    response.setContentType(Sheets.XLSX);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("%s-%s.xlsx".formatted(title, LocalDate.now(clock)), StandardCharsets.UTF_8)
            .build()
            .toString());
    var rows =
        Stream.iterate(
                register.list(reader, filter, Optional.empty(), PAGE),
                Predicate.not(List::isEmpty),
                page -> register.list(reader, filter, Optional.of(page.getLast().id()), PAGE))
            .flatMap(List::stream)
            .map(matter -> row(matter, locale));
    Sheets.write(response.getOutputStream(), Sheet.of(title, columns(locale), rows));
  }

  private List<Sheet.Column> columns(Locale locale) {
    return List.of(
        column("number", 8, locale),
        column("text", 60, locale),
        column("talk", 30, locale),
        column("party", 12, locale),
        column("speaker", 30, locale),
        column("department", 24, locale),
        column("due", 12, locale),
        column("status", 14, locale),
        column("daysLate", 10, locale),
        column("result", 12, locale),
        column("answer", 60, locale),
        column("reason", 40, locale),
        column("answeredOn", 12, locale),
        column("rating", 12, locale),
        column("remark", 40, locale));
  }

  private Sheet.Column column(String key, int width, Locale locale) {
    return new Sheet.Column(word("disposition.field." + key, locale), width);
  }

  private List<Object> row(Matter matter, Locale locale) {
    var disposition = matter.disposition();
    var reply = disposition.flatMap(Disposition::reply);
    var verdict = disposition.flatMap(Disposition::verdict);
    return List.of(
        matter.id(),
        matter.text(),
        matter.talkTitle(),
        word("talk.party." + matter.party(), locale),
        matter.speaker(),
        disposition.map(Disposition::department),
        disposition.map(Disposition::due),
        disposition
            .map(d -> word("disposition.status." + d.status(), locale))
            .orElse(word("disposition.status.NONE", locale)),
        disposition.map(d -> d.daysLate(LocalDate.now(clock))).filter(days -> days > 0),
        reply.map(r -> word("disposition.result." + r.result(), locale)),
        reply.map(Disposition.Reply::text),
        reply.map(Disposition.Reply::reason),
        reply.map(r -> day(r.at())),
        verdict.map(v -> word("disposition.rating." + v.rating(), locale)),
        verdict.map(Disposition.Verdict::remark));
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, clock.getZone());
  }

  private String word(String key, Locale locale) {
    return words.getMessage(key, null, locale);
  }
}
