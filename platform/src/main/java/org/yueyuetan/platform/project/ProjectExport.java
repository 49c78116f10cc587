package org.yueyuetan.platform.project;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** A list of projects as a spreadsheet: one row for each thing that a project needs. */
@Component
class ProjectExport {

  private static final int PAGE = 500;

  private final Projects projects;
  private final Advances advances;
  private final Regions regions;
  private final MessageSource words;
  private final Clock clock;

  ProjectExport(
      Projects projects, Advances advances, Regions regions, MessageSource words, Clock clock) {
    this.projects = projects;
    this.advances = advances;
    this.regions = regions;
    this.words = words;
    this.clock = clock;
  }

  void write(Filter filter, SignedIn me, Locale locale, HttpServletResponse response)
      throws IOException {
    var title = word("project.list.title", locale);
    response.setContentType(Sheets.XLSX);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("%s-%s.xlsx".formatted(title, LocalDate.now(clock)), StandardCharsets.UTF_8)
            .build()
            .toString());
    var rows =
        Stream.iterate(
                projects.page(me, filter, Optional.empty(), PAGE),
                Predicate.not(List::isEmpty),
                page -> projects.page(me, filter, Optional.of(page.getLast().id()), PAGE))
            .flatMap(page -> rows(page, locale));
    Sheets.write(response.getOutputStream(), Sheet.of(title, columns(locale), rows));
  }

  private Stream<List<Object>> rows(List<Project> page, Locale locale) {
    var items = projects.items(page.stream().map(Project::id).toList());
    var known = advances.ofItems(items.values().stream().flatMap(List::stream).toList());
    return page.stream()
        .flatMap(project -> {
          var needed = items.getOrDefault(project.id(), List.of());
          return needed.isEmpty()
              ? Stream.of(row(project, Optional.empty(), known, locale))
              : needed.stream().map(item -> row(project, Optional.of(item), known, locale));
        });
  }

  private List<Sheet.Column> columns(Locale locale) {
    return Stream.of(
            "number:18",
            "subject:40",
            "organization:30",
            "goal:60",
            "beneficiaries:24",
            "served:10",
            "field:14",
            "region:24",
            "place:24",
            "from:12",
            "until:12",
            "status:14",
            "establishedOn:12",
            "itemKind:10",
            "itemTitle:30",
            "itemQuantity:12",
            "itemUnit:8",
            "intended:12",
            "signed:12",
            "delivered:12")
        .map(column -> column.split(":"))
        .map(column ->
            new Sheet.Column(
                word("project.field." + column[0], locale), Integer.parseInt(column[1])))
        .toList();
  }

  private List<Object> row(
      Project project, Optional<Item> item, Map<Long, Advance> known, Locale locale) {
    var row =
        new ArrayList<Object>(
            List.of(
                project.number(),
                project.title(),
                project.organizationName(),
                project.goal(),
                project.beneficiaries(),
                project.served(),
                word("organization.field." + project.field(), locale),
                regions.path(project.region()),
                project.place(),
                project.from(),
                project.until(),
                word("project.status." + project.status(), locale),
                project.establishedAt().map(this::day)));
    item.ifPresent(needed -> {
      row.add(word("project.kind." + needed.kind(), locale));
      row.add(needed.title());
      row.add(amount(needed, needed.quantity()));
      row.add(needed.kind() == Kind.MONEY ? word("project.yuan", locale) : needed.unit());
      for (var stage : Progress.Stage.values()) {
        var advance = known.get(needed.id());
        row.add(amount(needed, advance == null ? 0 : advance.at(stage)));
      }
    });
    return row;
  }

  private static BigDecimal amount(Item item, long quantity) {
    return BigDecimal.valueOf(quantity, item.kind() == Kind.MONEY ? 2 : 0);
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, clock.getZone());
  }

  private String word(String key, Locale locale) {
    return words.getMessage(key, null, locale);
  }
}
