package org.yueyuetan.platform.agreement;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;

/** The files of an agreement, for those who read its words. */
@Controller
class AgreementFileController {

  private final Desk desk;
  private final AgreementFiles files;
  private final AgreementPaper paper;
  private final Audit audit;

  AgreementFileController(Desk desk, AgreementFiles files, AgreementPaper paper, Audit audit) {
    this.desk = desk;
    this.files = files;
    this.paper = paper;
    this.audit = audit;
  }

  /** As it was signed so far; before that, as its words stand. */
  @GetMapping("/agreements/{id}/agreement.pdf")
  ResponseEntity<byte[]> agreement(@PathVariable long id, SignedIn me) {
    var agreement = desk.find(me, id);
    if (!desk.readsWords(me, agreement)) {
      throw new NotFound("words of agreement", id);
    }
    return answer(
        files
            .find(id, AgreementFiles.Form.PDF)
            .orElseGet(() ->
                new AgreementFiles.Kept(
                    agreement.title() + ".pdf",
                    MediaType.APPLICATION_PDF_VALUE,
                    paper.agreement(agreement).pdf())));
  }

  @GetMapping("/agreements/{id}/record.pdf")
  ResponseEntity<byte[]> record(@PathVariable long id, SignedIn me) {
    return kept(id, AgreementFiles.Form.RECORD, me);
  }

  /** Whose hand signed stands on it: opening it is on record. */
  @GetMapping("/agreements/{id}/scan")
  ResponseEntity<byte[]> scan(@PathVariable long id, SignedIn me) {
    var scan = kept(id, AgreementFiles.Form.SCAN, me);
    audit.opened("agreement", id);
    return scan;
  }

  private ResponseEntity<byte[]> kept(long id, AgreementFiles.Form form, SignedIn me) {
    if (!desk.readsAll(me, desk.find(me, id))) {
      throw new NotFound("file of agreement", id);
    }
    return answer(files.find(id, form).orElseThrow(() -> new NotFound("file of agreement", id)));
  }

  private static ResponseEntity<byte[]> answer(AgreementFiles.Kept file) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.type()))
        .header("X-Content-Type-Options", "nosniff")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .cacheControl(CacheControl.noStore())
        .body(file.content());
  }
}
