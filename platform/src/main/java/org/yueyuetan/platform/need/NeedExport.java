package org.yueyuetan.platform.need;

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
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.document.Sheet;
import org.yueyuetan.platform.document.Sheets;
import org.yueyuetan.platform.region.Regions;

/** A list of needs as a spreadsheet, read page by page while it is written. */
@Component
class NeedExport {

  private static final int PAGE = 1000;

  private final Needs needs;
  private final Regions regions;
  private final MessageSource words;
  private final Clock clock;

  NeedExport(Needs needs, Regions regions, MessageSource words, Clock clock) {
    this.needs = needs;
    this.regions = regions;
    this.words = words;
    this.clock = clock;
  }

  void write(Filter filter, SignedIn me, Locale locale, HttpServletResponse response)
      throws IOException {
    var title = word("need.list.title", locale);
    var name = "%s-%s.xlsx".formatted(title, LocalDate.now(clock));
    response.setContentType(Sheets.XLSX);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
    var rows =
        Stream.iterate(
                needs.page(me, filter, Optional.empty(), PAGE),
                Predicate.not(List::isEmpty),
                page -> needs.page(me, filter, Optional.of(page.getLast().id()), PAGE))
            .flatMap(List::stream)
            .map(need -> row(need, locale));
    Sheets.write(response.getOutputStream(), Sheet.of(title, columns(locale), rows));
  }

  private List<Sheet.Column> columns(Locale locale) {
    return List.of(
        column("number", 8, locale),
        column("direction", 8, locale),
        column("subject", 40, locale),
        column("text", 60, locale),
        column("organization", 30, locale),
        column("kind", 10, locale),
        column("field", 14, locale),
        column("region", 24, locale),
        column("place", 24, locale),
        column("from", 12, locale),
        column("until", 12, locale),
        column("quantity", 10, locale),
        column("unit", 8, locale),
        column("visibility", 16, locale),
        column("status", 14, locale),
        column("supports", 10, locale),
        column("submitted", 12, locale),
        column("answer", 40, locale));
  }

  private Sheet.Column column(String key, int width, Locale locale) {
    return new Sheet.Column(word("need.field." + key, locale), width);
  }

  private List<Object> row(Need need, Locale locale) {
    return List.of(
        need.id(),
        word("need.direction." + need.direction(), locale),
        need.title(),
        need.text(),
        need.organizationName(),
        word("need.kind." + need.kind(), locale),
        word("organization.field." + need.field(), locale),
        regions.path(need.region()),
        need.place(),
        need.from(),
        need.until(),
        need.quantity(),
        need.unit(),
        word("need.visibility." + need.visibility(), locale),
        word("need.status." + need.status(), locale),
        need.supports(),
        need.submittedAt().map(this::day),
        need.answer());
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, clock.getZone());
  }

  private String word(String key, Locale locale) {
    return words.getMessage(key, null, locale);
  }
}
