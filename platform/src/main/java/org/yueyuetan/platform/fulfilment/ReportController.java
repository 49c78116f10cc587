package org.yueyuetan.platform.fulfilment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
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
import org.yueyuetan.platform.document.UnreadableFile;
import org.yueyuetan.platform.document.Upload;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.project.Quantities;

/** Reporting with evidence, and answering a report. */
@Controller
class ReportController {

  private static final int WORDS = 500;

  private final Fulfilments fulfilments;
  private final Reports reports;
  private final Clock clock;

  ReportController(Fulfilments fulfilments, Reports reports, Clock clock) {
    this.fulfilments = fulfilments;
    this.reports = reports;
    this.clock = clock;
  }

  // --- reporting ---

  @GetMapping("/agreements/{id}/fulfilment/milestones/{milestone}")
  ModelAndView milestone(@PathVariable long id, @PathVariable long milestone, SignedIn me) {
    return reportPage(
        me, id, Optional.of(milestone), Optional.empty(), Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/agreements/{id}/fulfilment/milestones/{milestone}")
  ModelAndView done(
      @PathVariable long id,
      @PathVariable long milestone,
      @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
      Form form,
      SignedIn me,
      RedirectAttributes redirect)
      throws IOException {
    var note = form.text("note", WORDS);
    var uploads = accepted(form, files);
    if (!form.hasFaults()) {
      try {
        reports.done(me, id, milestone, note, uploads);
        return reported(id, redirect);
      } catch (Refused refused) {
        form.reject(refused.field(), refused.key(), refused.args().toArray(String[]::new));
      } catch (UnreadableFile broken) {
        form.reject("files", broken.key(), broken.args().toArray(String[]::new));
      }
    }
    return reportPage(
        me, id, Optional.of(milestone), Optional.empty(), form, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @GetMapping("/agreements/{id}/fulfilment/amounts/{amount}")
  ModelAndView amount(@PathVariable long id, @PathVariable long amount, SignedIn me) {
    return reportPage(me, id, Optional.empty(), Optional.of(amount), Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/agreements/{id}/fulfilment/amounts/{amount}")
  ModelAndView delivered(
      @PathVariable long id,
      @PathVariable long amount,
      @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
      Form form,
      SignedIn me,
      RedirectAttributes redirect)
      throws IOException {
    var about = amount(me, id, amount);
    var quantity = form.need("quantity", Quantities.read(form, "quantity", about.kind()), 0L);
    var excess = form.text("excess", WORDS);
    var note = form.text("note", WORDS);
    var uploads = accepted(form, files);
    if (!form.hasFaults()) {
      try {
        reports.delivered(me, id, amount, quantity, excess, note, uploads);
        return reported(id, redirect);
      } catch (Refused refused) {
        form.reject(refused.field(), refused.key(), refused.args().toArray(String[]::new));
      } catch (UnreadableFile broken) {
        form.reject("files", broken.key(), broken.args().toArray(String[]::new));
      }
    }
    return reportPage(
        me, id, Optional.empty(), Optional.of(amount), form, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /** All files or none: which one is not accepted is said by name. */
  private static List<Upload> accepted(Form form, @Nullable List<MultipartFile> files)
      throws IOException {
    var uploads = new ArrayList<Upload>();
    for (var file : files == null ? List.<MultipartFile>of() : files) {
      if (file.isEmpty()) {
        continue;
      }
      var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
      var bytes = file.getBytes();
      try {
        uploads.add(
            Upload.isPhoto(Upload.type(bytes))
                ? Upload.photo(name, bytes)
                : Upload.file(name, bytes));
      } catch (UnreadableFile refused) {
        form.reject("files", refused.key(), refused.args().toArray(String[]::new));
      }
    }
    return uploads;
  }

  private static ModelAndView reported(long id, RedirectAttributes redirect) {
    redirect.addFlashAttribute("done", "fulfilment.done.reported");
    return new ModelAndView("redirect:/agreements/" + id + "/fulfilment");
  }

  private ModelAndView reportPage(
      SignedIn me,
      long id,
      Optional<Long> milestone,
      Optional<Long> amount,
      Form form,
      HttpStatus status) {
    var open = fulfilments.open(me, id);
    var ofMilestone =
        milestone
            .flatMap(open.fulfilment()::milestone)
            .filter(one -> open.isParty(one.organization()));
    var ofAmount =
        amount.flatMap(open.fulfilment()::amount).filter(one -> open.isParty(one.organization()));
    if (ofMilestone.isEmpty() && ofAmount.isEmpty()) {
      throw new NotFound("milestone or amount of agreement", id);
    }
    var page =
        new ModelAndView("fulfilment/report")
            .addObject("open", open)
            .addObject("milestone", ofMilestone)
            .addObject("amount", ofAmount)
            .addObject("form", form);
    page.setStatus(status);
    return page;
  }

  private Amount amount(SignedIn me, long id, long amount) {
    return fulfilments
        .open(me, id)
        .fulfilment()
        .amount(amount)
        .orElseThrow(() -> new NotFound("amount", amount));
  }

  // --- answering ---

  @GetMapping("/agreements/{id}/fulfilment/reports/{report}")
  ModelAndView report(@PathVariable long id, @PathVariable long report, SignedIn me) {
    return answerPage(me, id, report, Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/agreements/{id}/fulfilment/reports/{report}")
  ModelAndView answer(
      @PathVariable long id,
      @PathVariable long report,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var found = reports.find(fulfilments.open(me, id), report);
    var verdict = form.need("verdict", form.choice("verdict", Verdict.class), Verdict.FULL);
    var part =
        verdict == Verdict.PART && found.amount().isPresent()
            ? form.need(
                "part",
                Quantities.read(form, "part", amount(me, id, found.amount().get()).kind()),
                0L)
            : 0L;
    var answer = form.text("answer", WORDS);
    if (form.hasFaults()) {
      return answerPage(me, id, report, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      reports.answer(me, id, report, verdict, part, answer);
    } catch (Refused refused) {
      form.reject(refused.field(), refused.key(), refused.args().toArray(String[]::new));
      return answerPage(me, id, report, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    redirect.addFlashAttribute("done", "fulfilment.done.confirmed");
    return new ModelAndView("redirect:/agreements/" + id + "/fulfilment");
  }

  private ModelAndView answerPage(SignedIn me, long id, long report, Form form, HttpStatus status) {
    var open = fulfilments.open(me, id);
    var found = reports.find(open, report);
    var page =
        new ModelAndView("fulfilment/answer")
            .addObject("open", open)
            .addObject("report", found)
            .addObject("amount", found.amount().flatMap(open.fulfilment()::amount))
            .addObject("milestone", found.milestone().flatMap(open.fulfilment()::milestone))
            .addObject("today", LocalDate.now(clock))
            .addObject("form", form);
    page.setStatus(status);
    return page;
  }

  /** Pictures are shown, everything else is saved; the browser is told not to guess. */
  @GetMapping("/agreements/{id}/fulfilment/evidence/{evidence}")
  ResponseEntity<Resource> evidence(
      @PathVariable long id, @PathVariable long evidence, SignedIn me) {
    var content = reports.evidence(me, id, evidence);
    var file = content.evidence();
    var disposition =
        file.isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.contentType()))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            disposition.filename(file.name(), StandardCharsets.UTF_8).build().toString())
        .cacheControl(CacheControl.noStore())
        .body(content.bytes());
  }
}
