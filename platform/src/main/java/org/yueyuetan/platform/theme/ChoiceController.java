package org.yueyuetan.platform.theme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.engine.theme.Round;
import org.yueyuetan.platform.form.NotFound;
import tools.jackson.databind.json.JsonMapper;

/** A choice for doubters: counted again before their eyes, and as a file to count themselves. */
@Controller
class ChoiceController {

  private final Themes themes;
  private final JsonMapper json;

  ChoiceController(Themes themes, JsonMapper json) {
    this.themes = themes;
    this.json = json;
  }

  @GetMapping("/themes/{month}/check")
  ModelAndView check(@PathVariable String month) {
    var choice = choice(month);
    return new ModelAndView(
        "theme/check", Map.of("choice", choice, "same", themes.sameAgain(choice)));
  }

  /** In the format of {@code ./yueyuetan theme}; nobody can tell from it who answered what. */
  @GetMapping("/themes/{month}/snapshot")
  ResponseEntity<byte[]> snapshot(@PathVariable String month) {
    var choice = choice(month);
    var history = Counting.history(choice.ballot().withoutNames());
    var rounds = history.rounds().stream().map(ChoiceController::written).toList();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("theme-" + choice.month() + ".json")
                .build()
                .toString())
        .body(
            json.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(List.of(Map.of("rounds", rounds))));
  }

  private static Map<String, Object> written(Round round) {
    var written = new LinkedHashMap<String, Object>();
    written.put("name", round.name());
    written.put("cands", round.candidates());
    written.put("voters", round.approvals().keySet());
    written.put("approvals", round.approvals().values());
    round.decision().ifPresent(decided -> written.put("decided", decided));
    return written;
  }

  private Choice choice(String month) {
    return themes.choice(Month.of(month)).orElseThrow(() -> new NotFound("theme-choice", month));
  }
}
