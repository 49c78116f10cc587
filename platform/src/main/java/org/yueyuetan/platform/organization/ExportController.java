package org.yueyuetan.platform.organization;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.document.Sheet;
import org.yueyuetan.platform.document.Sheets;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.region.Regions;

/** The registry as a spreadsheet: what the list shows under the same filter, contacts masked. */
@Controller
class ExportController {

  private record Line(Organization organization, Contact contact) {}

  private record Column(String key, int width, Function<Line, Object> cell) {}

  private static final Contact NOBODY = new Contact("", "", "", "");

  private final Organizations organizations;
  private final Regions regions;
  private final MessageSource words;

  ExportController(Organizations organizations, Regions regions, MessageSource words) {
    this.organizations = organizations;
    this.regions = regions;
    this.words = words;
  }

  @GetMapping("/organizations/export")
  void export(Form form, Scope scope, Locale locale, HttpServletResponse response)
      throws IOException {
    var found = organizations.list(scope, Filter.read(form), Optional.empty(), Integer.MAX_VALUE);
    var contacts = organizations.maskedContacts(found.stream().map(Organization::id).toList());
    response.setContentType(Sheets.XLSX);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(word("export.file", locale) + ".xlsx", StandardCharsets.UTF_8)
            .build()
            .toString());
    Sheets.write(response.getOutputStream(), sheet(found, contacts, locale));
  }

  private Sheet sheet(List<Organization> found, Map<Long, Contact> contacts, Locale locale) {
    var columns = columns(locale);
    return Sheet.of(
        word("list.title", locale),
        columns.stream()
            .map(column -> new Sheet.Column(word(column.key(), locale), column.width()))
            .toList(),
        found.stream()
            .map(organization ->
                new Line(organization, contacts.getOrDefault(organization.id(), NOBODY)))
            .map(line -> columns.stream().map(column -> column.cell().apply(line)).toList()));
  }

  private List<Column> columns(Locale locale) {
    return List.of(
        new Column("name", 40, line -> line.organization().name()),
        new Column("kind", 20, line -> word("kind.short", line.organization().kind(), locale)),
        new Column(
            "creditCode", 22, line -> line.organization().creditCode().map(CreditCode::text)),
        new Column("region", 30, line -> regions.path(line.organization().regionCode())),
        new Column("level", 14, line -> word("level", line.organization().level(), locale)),
        new Column(
            "fields",
            30,
            line ->
                line.organization().fields().stream()
                    .map(field -> word("field", field, locale))
                    .collect(Collectors.joining(word("and", locale)))),
        new Column("competentUnit", 24, line -> line.organization().competentUnit()),
        new Column(
            "partyType", 20, line -> word("partyType", line.organization().partyType(), locale)),
        new Column("members", 8, line -> line.organization().members()),
        new Column("contact", 10, line -> line.contact().name()),
        new Column("contactPhone", 16, line -> line.contact().phone()),
        new Column("contactEmail", 24, line -> line.contact().email()),
        new Column(
            "state",
            10,
            line -> word(line.organization().active() ? "state.active" : "state.inactive", locale)),
        new Column(
            "sample", 8, line -> line.organization().sample() ? word("sample", locale) : ""));
  }

  private String word(String key, Locale locale) {
    return words.getMessage("organization." + key, null, locale);
  }

  private String word(String key, Enum<?> constant, Locale locale) {
    return word(key + "." + constant.name(), locale);
  }
}
