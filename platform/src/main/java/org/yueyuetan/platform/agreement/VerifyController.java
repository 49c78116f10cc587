package org.yueyuetan.platform.agreement;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.document.UnreadableFile;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.signature.Finding;
import org.yueyuetan.platform.signature.Verification;

/**
 * Anybody verifies an agreement (核验协议): by its code, or by the file itself, of which nothing is
 * kept.
 */
@Controller
public class VerifyController {

  /** Reading signatures takes memory; strangers wait for each other. */
  private static final int AT_ONCE = 3;

  private static final MediaType CERTIFICATE = new MediaType("application", "x-x509-ca-cert");

  private final AgreementTable table;
  private final AgreementFiles files;
  private final Verification verification;
  private final AgreementEnd end;
  private final Semaphore places = new Semaphore(AT_ONCE);

  VerifyController(
      AgreementTable table, AgreementFiles files, Verification verification, AgreementEnd end) {
    this.table = table;
    this.files = files;
    this.verification = verification;
    this.end = end;
  }

  @GetMapping("/verify")
  ModelAndView form(Form form) {
    var code = form.typed("code").replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    if (!code.isEmpty()) {
      if (table.byCode(code).isPresent()) {
        return new ModelAndView("redirect:/verify/" + code);
      }
      form.reject("code", "agreement.fault.code");
    }
    return page(Optional.empty(), form, HttpStatus.OK);
  }

  /** For readers of PDF, which trust nobody whom they were not told of. */
  @GetMapping("/verify/root.cer")
  ResponseEntity<byte[]> root() {
    return ResponseEntity.ok()
        .contentType(CERTIFICATE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("yueyuetan-root.cer").build().toString())
        .body(verification.root().orElseThrow(() -> new NotFound("certificate", "root")));
  }

  @GetMapping("/verify/{code}")
  ModelAndView record(@PathVariable String code) {
    return page(Optional.of(known(code)), Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/verify")
  ModelAndView verify(
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file, Form form)
      throws IOException {
    var record = Optional.of(form.typed("of")).filter(code -> !code.isEmpty()).map(this::known);
    if (file == null || file.isEmpty()) {
      form.reject("file", "form.required");
      return page(record, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (!places.tryAcquire()) {
      form.reject("file", "agreement.fault.busy");
      return page(record, form, HttpStatus.SERVICE_UNAVAILABLE);
    }
    try {
      var bytes = file.getBytes();
      var findings = verification.verify(bytes);
      var sha256 = AgreementFiles.sha256(bytes);
      var ours = record.or(() -> table.byFile(sha256).flatMap(this::signed));
      return page(ours, form, HttpStatus.OK)
          .addObject("findings", Optional.of(findings))
          .addObject("match", ours.map(agreement -> match(agreement, sha256)));
    } catch (UnreadableFile refused) {
      form.reject("file", refused.key(), refused.args().toArray(String[]::new));
      return page(record, form, HttpStatus.UNPROCESSABLE_CONTENT);
    } finally {
      places.release();
    }
  }

  /** How a file compares with what is kept. */
  public enum Match {
    SAME,
    EARLIER,
    OTHER
  }

  private Match match(Agreement agreement, String sha256) {
    if (files.holds(agreement.id(), sha256)) {
      return Match.SAME;
    }
    return table.byFile(sha256).filter(id -> id == agreement.id()).isPresent()
        ? Match.EARLIER
        : Match.OTHER;
  }

  private Agreement known(String code) {
    return table
        .byCode(code.toUpperCase(Locale.ROOT))
        .orElseThrow(() -> new NotFound("agreement", code));
  }

  /** An agreement that not all have signed is nobody's but the parties'. */
  private Optional<Agreement> signed(long id) {
    return table.find(Scope.PUBLISHED, id);
  }

  private ModelAndView page(Optional<Agreement> record, Form form, HttpStatus status) {
    var page =
        new ModelAndView("agreement/verify")
            .addObject("agreement", record)
            .addObject("ended", record.flatMap(agreement -> end.of(agreement.id())))
            .addObject("findings", Optional.<List<Finding>>empty())
            .addObject("match", Optional.<Match>empty())
            .addObject("form", form);
    page.setStatus(status);
    return page;
  }
}
