package org.yueyuetan.platform.policy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;

/** One document: what it says, where it stands, and its way to being issued. */
@Controller
class PolicyController {

  private static final int REASON = 500;
  private static final MediaType WORD =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final Policies policies;
  private final Issuance issuance;
  private final PolicyPage pages;
  private final Clauses clauses;
  private final Sources sources;
  private final IssuedFiles files;
  private final PolicyDocument documents;
  private final DocumentNumbers numbers;
  private final Clock clock;

  PolicyController(
      Policies policies,
      Issuance issuance,
      PolicyPage pages,
      Clauses clauses,
      Sources sources,
      IssuedFiles files,
      PolicyDocument documents,
      DocumentNumbers numbers,
      Clock clock) {
    this.policies = policies;
    this.issuance = issuance;
    this.pages = pages;
    this.clauses = clauses;
    this.sources = sources;
    this.files = files;
    this.documents = documents;
    this.numbers = numbers;
    this.clock = clock;
  }

  @GetMapping("/policies/{id}")
  ModelAndView show(@PathVariable long id, Form form, SignedIn me) {
    return pages.show(id, Form.empty(), on(form), me, HttpStatus.OK);
  }

  @GetMapping("/policies/{id}/comparison")
  ModelAndView comparison(@PathVariable long id, Form form, SignedIn me) {
    return comparison(id, form, me, HttpStatus.OK);
  }

  ModelAndView comparison(long id, Form form, SignedIn me, HttpStatus status) {
    var policy = pages.existing(id, me);
    if (!policy.published() && !policies.mayReadAll(policy, me)) {
      throw new NotFound("policy", id);
    }
    var page =
        new ModelAndView(
            "policy/comparison",
            Map.of(
                "policy",
                policy,
                "form",
                form,
                "rows",
                sources.compare(id),
                "mayRun",
                policies.mayRun(policy, me) && policy.status().editable()));
    page.setStatus(status);
    return page;
  }

  // --- files ---

  @GetMapping("/policies/{id}/document.docx")
  ResponseEntity<byte[]> word(@PathVariable long id, SignedIn me) {
    return file(id, "docx", WORD, me);
  }

  @GetMapping("/policies/{id}/document.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable long id, SignedIn me) {
    return file(id, "pdf", MediaType.APPLICATION_PDF, me);
  }

  /** As issued; of a draft, as it would look now, for those who work on it or are asked. */
  private ResponseEntity<byte[]> file(long id, String form, MediaType type, SignedIn me) {
    var policy = pages.existing(id, me);
    if (!policy.published()
        && policy.status() != PolicyStatus.COMMENTING
        && !policies.mayReadAll(policy, me)) {
      throw new NotFound("policy", id);
    }
    var content = files.content(policy, form).orElseGet(() -> draft(policy, form, me));
    var name = policy.title() + (policy.number().isEmpty() ? "" : " " + policy.number());
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.builder(form.equals("pdf") ? "inline" : "attachment")
                .filename(name + "." + form, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content);
  }

  private byte[] draft(Policy policy, String form, SignedIn me) {
    var document =
        documents.of(
            policy,
            clauses.of(policy.id()),
            policies.publisher(policy.region()),
            policies.mayReadAll(policy, me));
    return form.equals("pdf") ? document.pdf() : document.docx();
  }

  // --- on its way ---

  @PostMapping("/policies/{id}/submit")
  ModelAndView submit(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    return step(
        id,
        form,
        me,
        redirect,
        "policy.done.submitted",
        () -> issuance.submit(id, form.version(), me));
  }

  @PostMapping("/policies/{id}/return")
  ModelAndView giveBack(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var reason = form.required("reason", REASON);
    return step(
        id, form, me, redirect, "policy.done.returned", () -> issuance.giveBack(id, reason, me));
  }

  @GetMapping("/policies/{id}/sign")
  ModelAndView signing(@PathVariable long id, SignedIn me) {
    return signPage(id, Form.of(Map.of("signedOn", today(), "how", "SELF")), me, HttpStatus.OK);
  }

  @PostMapping("/policies/{id}/sign")
  ModelAndView sign(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var policy = pages.inCharge(id, me);
    var onPaper = policy.draftedBy(me.id()) || !form.typed("how").equals("SELF");
    var signer = onPaper ? form.required("signer", 40) : me.name();
    var on = form.need("signedOn", form.date("signedOn"), today());
    if (onPaper && signer.equals(policy.drafter())) {
      form.reject("signer", "policy.fault.signer", signer);
    }
    if (on.isAfter(today())) {
      form.reject("signedOn", "policy.fault.future");
    }
    if (form.hasFaults()) {
      return signPage(id, form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      if (onPaper) {
        issuance.signedOnPaper(id, signer, on, form.version(), me);
      } else {
        issuance.sign(id, on, form.version(), me);
      }
    } catch (NotReady notYet) {
      notYet.lacking().forEach(form::rejectAll);
      return signPage(id, form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return signPage(id, form, me, HttpStatus.CONFLICT);
    }
    return done(id, "policy.done.signed", redirect);
  }

  @GetMapping("/policies/{id}/issue")
  ModelAndView issuing(@PathVariable long id, SignedIn me) {
    var policy = pages.inCharge(id, me);
    return issuePage(
        id,
        Form.of(
            Map.of(
                "code",
                policies.usualCode(policy),
                "sealedOn",
                policy.signedOn().orElseGet(this::today))),
        me,
        HttpStatus.OK);
  }

  @PostMapping("/policies/{id}/issue")
  ModelAndView issue(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var policy = pages.inCharge(id, me);
    var code = form.required("code", 12);
    if (!code.isEmpty() && !DocumentNumbers.CODE.matcher(code).matches()) {
      form.reject("code", "policy.fault.code", code);
    } else if (!numbers.free(code, policy.region())) {
      form.reject("code", "policy.fault.codeTaken", code);
    }
    var sealedOn = form.need("sealedOn", form.date("sealedOn"), today());
    if (sealedOn.isAfter(today())) {
      form.reject("sealedOn", "policy.fault.future");
    } else if (policy.signedOn().filter(sealedOn::isBefore).isPresent()) {
      form.reject("sealedOn", "policy.fault.beforeSigned");
    } else if (policy.expiresOn().filter(last -> !last.isAfter(sealedOn)).isPresent()) {
      form.reject("sealedOn", "policy.fault.expiresOn");
    }
    if (form.hasFaults()) {
      return issuePage(id, form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      issuance.issue(id, code, sealedOn, form.version(), me);
    } catch (NotReady notYet) {
      notYet.lacking().forEach(form::rejectAll);
      return issuePage(id, form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return issuePage(id, form, me, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("doneArgs", List.of(pages.existing(id, me).number()));
    return done(id, "policy.done.issued", redirect);
  }

  @GetMapping("/policies/{id}/end")
  ModelAndView ending(@PathVariable long id, SignedIn me) {
    return endPage(id, Form.empty(), me, HttpStatus.OK);
  }

  @PostMapping("/policies/{id}/end")
  ModelAndView end(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var policy = pages.inCharge(id, me);
    var reason = form.required("reason", REASON);
    var event =
        policy.issued()
            ? form.need("event", form.choice("event", PolicyEvent.class), PolicyEvent.REPEAL)
            : PolicyEvent.WITHDRAW;
    if (event != PolicyEvent.REPEAL && event != PolicyEvent.WITHDRAW) {
      form.reject("event", "form.choice", event.name());
    }
    if (form.hasFaults()) {
      return endPage(id, form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (event == PolicyEvent.REPEAL) {
      issuance.repeal(id, reason, me);
    } else {
      issuance.withdraw(id, reason, me);
    }
    return done(id, "policy.done." + event.name().toLowerCase(Locale.ROOT), redirect);
  }

  @PostMapping("/policies/{id}/revise")
  ModelAndView revise(@PathVariable long id, SignedIn me, RedirectAttributes redirect) {
    try {
      return done(policies.revise(id, me), "policy.done.revised", redirect);
    } catch (NotReady notYet) {
      var form = Form.empty();
      notYet.lacking().forEach(form::rejectAll);
      return pages.show(id, form, Optional.empty(), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private ModelAndView step(
      long id, Form form, SignedIn me, RedirectAttributes redirect, String key, Runnable what) {
    pages.inCharge(id, me);
    if (form.hasFaults()) {
      return pages.show(id, form, Optional.empty(), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      what.run();
    } catch (NotReady notYet) {
      notYet.lacking().forEach(form::rejectAll);
      return pages.show(id, form, Optional.empty(), me, HttpStatus.UNPROCESSABLE_CONTENT);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return pages.show(id, form, Optional.empty(), me, HttpStatus.CONFLICT);
    }
    return done(id, key, redirect);
  }

  private ModelAndView signPage(long id, Form form, SignedIn me, HttpStatus status) {
    var policy = pages.inCharge(id, me);
    return policy.status().allows(PolicyEvent.SIGN)
        ? page("policy/sign", id, form, me, status).addObject("own", policy.draftedBy(me.id()))
        : notNow(policy, "sign", policy.status() != PolicyStatus.SIGNED);
  }

  private ModelAndView issuePage(long id, Form form, SignedIn me, HttpStatus status) {
    var policy = pages.inCharge(id, me);
    if (!policy.status().allows(PolicyEvent.ISSUE)) {
      return notNow(policy, "issue", true);
    }
    var code = form.typed("code");
    var year = form.date("sealedOn").or(policy::signedOn).orElseGet(this::today).getYear();
    return page("policy/issue", id, form, me, status)
        .addObject(
            "next",
            DocumentNumbers.CODE.matcher(code).matches() && numbers.free(code, policy.region())
                ? code + "〔" + year + "〕" + numbers.next(code, year) + "号"
                : "")
        .addObject(
            "receipts",
            sources.of(id).stream()
                .filter(s -> s.clause().isPresent())
                .map(Source::opinion)
                .distinct()
                .count());
  }

  private ModelAndView endPage(long id, Form form, SignedIn me, HttpStatus status) {
    var policy = pages.inCharge(id, me);
    return policy.status().allows(PolicyEvent.WITHDRAW)
        ? page("policy/end", id, form, me, status)
        : notNow(policy, "end", false);
  }

  /**
   * Says that a step is not due, rather than offer a form that would be refused.
   *
   * @param yet whether it comes later, as long as the document is on its way
   */
  private static ModelAndView notNow(Policy policy, String step, boolean yet) {
    return new ModelAndView(
        "policy/notNow",
        Map.of("policy", policy, "step", step, "yet", yet && policy.status().ahead()),
        HttpStatus.CONFLICT);
  }

  private ModelAndView page(String name, long id, Form form, SignedIn me, HttpStatus status) {
    var page = new ModelAndView(name, Map.of("policy", pages.inCharge(id, me), "form", form));
    page.setStatus(status);
    return page;
  }

  static Optional<Long> on(Form form) {
    return form.typed("on").equals("all") ? Optional.of(0L) : form.id("on");
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private static ModelAndView done(long id, String key, RedirectAttributes redirect) {
    redirect.addFlashAttribute("done", key);
    return new ModelAndView("redirect:/policies/" + id);
  }
}
