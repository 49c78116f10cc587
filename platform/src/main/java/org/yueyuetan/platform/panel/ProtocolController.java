package org.yueyuetan.platform.panel;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.Talks;

/**
 * The protocol of a lottery, public from the commitment on: who could read it only afterwards would
 * have to believe that it came first.
 */
@Controller
class ProtocolController {

  /** So long a doubter waits for the computation; after that it is asked for again. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Sortitions sortitions;
  private final Verification verification;
  private final ProtocolPage page;
  private final Talks talks;

  ProtocolController(
      Sortitions sortitions, Verification verification, ProtocolPage page, Talks talks) {
    this.sortitions = sortitions;
    this.verification = verification;
    this.page = page;
    this.talks = talks;
  }

  /** Whoever tried to change the list elsewhere finds here what stood in the way. */
  @GetMapping("/talks/{id}/lottery")
  ModelAndView protocol(@PathVariable long id, Form form, SignedIn me) {
    var talk = readable(id, me);
    var wanted = Form.of(Map.of("strike", form.typed("strike")));
    if (form.ticked("begun")) {
      wanted.rejectAll("panel.fault.begun");
    }
    return page.of(talk, me, wanted, form.ticked("reason"), Optional.empty(), HttpStatus.OK);
  }

  /** Computes it again before the eyes of whoever doubts it. */
  @PostMapping("/talks/{id}/lottery/verify")
  ModelAndView verify(@PathVariable long id, SignedIn me) {
    var talk = readable(id, me);
    var drawn =
        sortitions
            .of(talk)
            .filter(each -> each.status() == SortitionStatus.DRAWN)
            .orElseThrow(() -> new NotFound("draw of talk", id));
    var form = Form.empty();
    try {
      var checks = verification.of(drawn, PATIENCE);
      if (checks.isPresent()) {
        return page.of(talk, me, form, false, checks, HttpStatus.OK);
      }
      form.rejectAll("panel.fault.checking");
    } catch (TooIntricate tooLong) {
      form.rejectAll("panel.fault.notRepeated");
    } catch (BeingChecked busy) {
      form.rejectAll("panel.fault.beingChecked");
    }
    return page.of(talk, me, form, false, Optional.empty(), HttpStatus.SERVICE_UNAVAILABLE);
  }

  @GetMapping("/talks/{id}/lottery/files/{file}")
  ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable String file, SignedIn me) {
    return file(sortitions.of(readable(id, me)), file);
  }

  /** What a lottery that was given up was to be drawn from. */
  @GetMapping("/talks/{id}/lottery/abandoned/{lottery}/files/{file}")
  ResponseEntity<byte[]> abandonedFile(
      @PathVariable long id, @PathVariable long lottery, @PathVariable String file, SignedIn me) {
    return file(
        sortitions.abandoned(readable(id, me)).stream()
            .filter(each -> each.id() == lottery)
            .findFirst(),
        file);
  }

  private static ResponseEntity<byte[]> file(Optional<Sortition> sortition, String file) {
    var fixed =
        sortition.flatMap(Sortition::fixed).orElseThrow(() -> new NotFound("fixed list", file));
    var content =
        switch (file) {
          case "pool.csv" -> fixed.snapshot().pool();
          case "quotas.csv" -> fixed.snapshot().quotas();
          case "panels.csv" -> fixed.panels();
          case "chances.csv" -> fixed.chances();
          default -> throw new NotFound("file of lottery", file);
        };
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file).build().toString())
        .body(content.getBytes(StandardCharsets.UTF_8));
  }

  private Talk readable(long id, SignedIn me) {
    return talks
        .byId(id)
        .filter(talk -> sortitions.isPublished(talk) || talks.find(me.scope(), id).isPresent())
        .filter(talk -> sortitions.of(talk).isPresent() || sortitions.isPublished(talk))
        .orElseThrow(() -> new NotFound("lottery of talk", id));
  }
}
