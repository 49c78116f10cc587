package org.yueyuetan.platform.outcome;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;

/** The brief of a talk, as a page, a Word document and a PDF file. */
@Controller
class BriefController {

  private static final MediaType WORD =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final Briefs briefs;
  private final BriefDocument document;

  BriefController(Briefs briefs, BriefDocument document) {
    this.briefs = briefs;
    this.document = document;
  }

  @GetMapping("/talks/{id}/brief")
  ModelAndView page(SignedIn me, @PathVariable long id) {
    return new ModelAndView("outcome/brief", Map.of("brief", brief(me, id)));
  }

  /** Always Chinese: an official document of the bureau. */
  @GetMapping("/talks/{id}/brief.docx")
  ResponseEntity<byte[]> word(SignedIn me, @PathVariable long id) {
    var brief = brief(me, id);
    return file(brief, "docx", WORD, document.of(brief).docx());
  }

  /** The same words as in the Word file. */
  @GetMapping("/talks/{id}/brief.pdf")
  ResponseEntity<byte[]> pdf(SignedIn me, @PathVariable long id) {
    var brief = brief(me, id);
    return file(brief, "pdf", MediaType.APPLICATION_PDF, document.of(brief).pdf());
  }

  private static ResponseEntity<byte[]> file(
      Brief brief, String ending, MediaType type, byte[] content) {
    var name = "%d年第%d期简报.%s".formatted(brief.talk().year(), brief.talk().number(), ending);
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content);
  }

  private Brief brief(SignedIn me, long id) {
    return briefs.of(me.scope(), id).orElseThrow(() -> new NotFound("brief", id));
  }
}
