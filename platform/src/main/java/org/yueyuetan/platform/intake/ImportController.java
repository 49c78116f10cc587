package org.yueyuetan.platform.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.document.Sheets;
import org.yueyuetan.platform.document.UnreadableFile;
import org.yueyuetan.platform.form.Form;

/** Pages of an import, from the template to the stored rows. */
@Controller
class ImportController {

  private static final int SHOWN_FAULTS = 200;

  private final Imports imports;
  private final LedgerWords words;
  private final Template template;

  ImportController(Imports imports, LedgerWords words, Template template) {
    this.imports = imports;
    this.words = words;
    this.template = template;
  }

  @GetMapping("/imports/{kind}")
  ModelAndView offer(@PathVariable String kind, SignedIn me, Locale language) {
    return offer(imports.ledger(kind, me), Form.empty(), me, language);
  }

  @GetMapping("/imports/{kind}/template")
  ResponseEntity<byte[]> template(@PathVariable String kind, SignedIn me, Locale language) {
    var ledger = imports.ledger(kind, me);
    return download(
        words.title(ledger, language) + ".xlsx", Sheets.XLSX, template.of(ledger, language));
  }

  @PostMapping("/imports/{kind}")
  ModelAndView send(
      @PathVariable String kind,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      SignedIn me,
      Locale language)
      throws IOException {
    var ledger = imports.ledger(kind, me);
    var form = Form.empty();
    if (file == null || file.isEmpty()) {
      form.reject("file", "intake.file.required");
    } else {
      try {
        var name = file.getOriginalFilename();
        var id = imports.send(ledger, name == null ? "" : name, file.getBytes(), me);
        return new ModelAndView("redirect:" + address(ledger, id));
      } catch (UnreadableFile refusal) {
        form.reject("file", refusal.key(), refusal.args().toArray(String[]::new));
      }
    }
    var page = offer(ledger, form, me, language);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  @GetMapping("/imports/{kind}/{id}")
  ModelAndView show(
      @PathVariable String kind, @PathVariable long id, SignedIn me, Locale language) {
    var ledger = imports.ledger(kind, me);
    var work = imports.find(ledger, id, me);
    var shown = work.faults().subList(0, Math.min(SHOWN_FAULTS, work.faults().size()));
    var headers =
        work.preview().columns().stream().map(key -> words.header(ledger, key, language)).toList();
    return new ModelAndView(
        "intake/import",
        Map.of(
            "ledger", ledger,
            "work", work,
            "faults", words.lines(ledger, shown, language),
            "headers", headers));
  }

  /** The part of the page that changes while rows are stored. */
  @GetMapping("/imports/{kind}/{id}/progress")
  ModelAndView progress(
      @PathVariable String kind, @PathVariable long id, SignedIn me, HttpServletResponse response) {
    var ledger = imports.ledger(kind, me);
    var work = imports.find(ledger, id, me);
    if (work.status() != ImportStatus.CONFIRMED) {
      response.setHeader("HX-Refresh", "true");
    }
    return new ModelAndView("intake/progress", Map.of("ledger", ledger, "work", work));
  }

  @GetMapping("/imports/{kind}/{id}/faults")
  ResponseEntity<byte[]> faults(
      @PathVariable String kind, @PathVariable long id, SignedIn me, Locale language)
      throws IOException {
    var ledger = imports.ledger(kind, me);
    var work = imports.find(ledger, id, me);
    var header =
        List.of("row", "place", "column", "typed", "words").stream()
            .map(name -> words.word("intake.fault." + name, name, language))
            .toList();
    var lines =
        words.lines(ledger, work.faults(), language).stream()
            .map(line ->
                List.of(
                    line.row() == 0 ? "" : String.valueOf(line.row()),
                    line.place(),
                    line.column(),
                    line.typed(),
                    line.words()))
            .toList();
    var out = new ByteArrayOutputStream();
    Sheets.writeCsv(out, header, lines);
    return download(
        words.word("intake.faults.file", "faults", language) + ".csv",
        "text/csv",
        out.toByteArray());
  }

  @PostMapping("/imports/{kind}/{id}/confirm")
  String confirm(@PathVariable String kind, @PathVariable long id, SignedIn me) {
    var ledger = imports.ledger(kind, me);
    imports.confirm(imports.find(ledger, id, me));
    return "redirect:" + address(ledger, id);
  }

  @PostMapping("/imports/{kind}/{id}/stop")
  String stop(
      @PathVariable String kind, @PathVariable long id, SignedIn me, RedirectAttributes redirect) {
    var ledger = imports.ledger(kind, me);
    if (!imports.stop(imports.find(ledger, id, me))) {
      redirect.addFlashAttribute("done", "intake.overAlready");
    }
    return "redirect:" + address(ledger, id);
  }

  private ModelAndView offer(Ledger<?> ledger, Form form, SignedIn me, Locale language) {
    return new ModelAndView(
        "intake/offer",
        Map.of(
            "ledger",
            ledger,
            "form",
            form,
            "columns",
            words.columns(ledger, language),
            "latest",
            imports.latest(ledger, me)));
  }

  private static String address(Ledger<?> ledger, long id) {
    return "/imports/" + ledger.key() + "/" + id;
  }

  private static ResponseEntity<byte[]> download(String name, String type, byte[] content) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content);
  }
}
