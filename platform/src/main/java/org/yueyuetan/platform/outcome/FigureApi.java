package org.yueyuetan.platform.outcome;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.yueyuetan.platform.account.Scope;

/** The public figures for machines. */
@RestController
@Tag(name = "figures", description = "Public figures of the monthly talks")
class FigureApi {

  @Schema(name = "Figure", description = "A counted figure that opens to its rows")
  record PublicFigure(
      @Schema(description = "stable name", example = "talks") String key,
      @Schema(description = "name in words") String label,
      @Schema(description = "number of public rows") long value,
      @Schema(description = "what is counted, e.g. 场") String unit,
      @Schema(description = "what counts and what does not") String definition,
      @Schema(description = "page that lists the counted rows") String rowsUrl) {}

  private static final List<Locale> LANGUAGES =
      List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH);
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Figures figures;
  private final MessageSource words;

  FigureApi(Figures figures, MessageSource words) {
    this.figures = figures;
    this.words = words;
  }

  @Operation(
      summary = "All public figures",
      description =
          "Each value is the number of rows that anyone may open at rowsUrl. Answers carry an ETag and may be kept for"
              + " a minute.")
  @GetMapping(path = "/api/v1/figures", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<List<PublicFigure>> all(
      @Parameter(description = "zh or en; without it the language is taken from Accept-Language")
          @RequestParam(defaultValue = "")
          String lang,
      @Parameter(hidden = true)
          @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "")
          String accepted) {
    var language = language(lang.isEmpty() ? accepted : lang);
    var address = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    var all =
        figures.all(Scope.PUBLISHED).stream()
            .map(figure ->
                new PublicFigure(
                    figure.key(),
                    words.getMessage(figure.label(), null, language),
                    figure.value(),
                    words.getMessage(figure.unit(), null, language),
                    words.getMessage(figure.definition(), null, language),
                    address + figure.address()))
            .toList();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
        .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
        .eTag(Integer.toHexString(all.hashCode()))
        .body(all);
  }

  /** Chinese unless English is asked for. */
  private static Locale language(String wanted) {
    try {
      var found = Locale.lookup(Locale.LanguageRange.parse(wanted), LANGUAGES);
      return found == null ? Locale.SIMPLIFIED_CHINESE : found;
    } catch (IllegalArgumentException notALanguage) {
      return Locale.SIMPLIFIED_CHINESE;
    }
  }
}
