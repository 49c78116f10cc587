package org.yueyuetan.platform.agreement;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.document.UnreadableFile;
import org.yueyuetan.platform.document.Upload;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.project.Projects;

/** The list of agreements, the page of one, and the steps that need no more than a word. */
@Controller
class AgreementController {

  static final int REASON = 300;
  private static final int PAGE = 50;

  private final Agreements agreements;
  private final Revisions revisions;
  private final Desk desk;
  private final Projects projects;
  private final AgreementEnd end;

  AgreementController(
      Agreements agreements, Revisions revisions, Desk desk, Projects projects, AgreementEnd end) {
    this.agreements = agreements;
    this.revisions = revisions;
    this.desk = desk;
    this.projects = projects;
    this.end = end;
  }

  // --- the list ---

  @GetMapping("/agreements")
  ModelAndView list(Form form, SignedIn me) {
    boolean inside = me.is(Role.ORGANIZER) || me.is(Role.AUDITOR) || me.is(Role.REPRESENTATIVE);
    var filter = Filter.read(form, inside ? Filter.State.OPEN : Filter.State.SIGNED);
    var found = agreements.list(me, filter, form.id("after"), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    var tabs = new LinkedHashMap<Filter.State, Integer>();
    if (inside) {
      List.of(Filter.State.OPEN, Filter.State.SIGNED, Filter.State.ENDED)
          .forEach(state -> tabs.put(state, agreements.count(me, filter.in(state))));
    }
    return new ModelAndView("agreement/list")
        .addObject("form", form)
        .addObject("lines", shown)
        .addObject("asked", agreements.asked(me, PAGE))
        .addObject("state", filter.state())
        .addObject("tabs", tabs)
        .addObject("total", agreements.count(me, filter))
        .addObject("filtered", !filter.query().isEmpty() || filter.template().isPresent())
        .addObject(
            "next", found.size() > PAGE ? address(form, String.valueOf(shown.getLast().id())) : "")
        .addObject("first", form.typed("after").isEmpty() ? "" : address(form, ""));
  }

  private static String address(Form form, String after) {
    var kept = new LinkedHashMap<String, String>();
    List.of("state", "q", "template").forEach(name -> kept.put(name, form.typed(name)));
    kept.put("after", after);
    kept.values().removeIf(String::isEmpty);
    var uri = UriComponentsBuilder.fromPath("/agreements");
    kept.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
    return uri.encode().buildAndExpand(kept).toUriString();
  }

  // --- one ---

  @GetMapping("/agreements/{id}")
  ModelAndView show(@PathVariable long id, SignedIn me) {
    return page(id, "", Form.empty(), me, HttpStatus.OK);
  }

  @GetMapping("/agreements/{id}/revisions")
  ModelAndView revisions(@PathVariable long id, SignedIn me) {
    var agreement = desk.find(me, id);
    if (!desk.readsAll(me, agreement)) {
      throw new NotFound("revisions of agreement", id);
    }
    return new ModelAndView("agreement/revisions")
        .addObject("agreement", agreement)
        .addObject("revisions", revisions.of(agreement));
  }

  // --- steps ---

  @PostMapping("/agreements/{id}/submit")
  ModelAndView submit(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    return step(id, "submit", form, me, redirect, () -> agreements.submit(id, me));
  }

  @PostMapping("/agreements/{id}/approve")
  ModelAndView approve(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    int revision = form.whole("revision", 1, Integer.MAX_VALUE).orElse(0);
    return step(id, "approve", form, me, redirect, () -> agreements.approve(id, revision, me));
  }

  @PostMapping("/agreements/{id}/return")
  ModelAndView giveBack(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var reason = form.required("returnReason", REASON);
    return step(id, "return", form, me, redirect, () -> agreements.giveBack(id, reason, me));
  }

  @PostMapping("/agreements/{id}/start")
  ModelAndView start(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    return step(id, "start", form, me, redirect, () -> agreements.start(id, me));
  }

  @PostMapping("/agreements/{id}/remind")
  ModelAndView remind(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    return step(id, "remind", form, me, redirect, () -> agreements.remind(id, me));
  }

  @PostMapping("/agreements/{id}/withdraw")
  ModelAndView withdraw(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var reason = form.required("withdrawReason", REASON);
    return step(id, "withdraw", form, me, redirect, () -> agreements.withdraw(id, reason, me));
  }

  @PostMapping("/agreements/{id}/disclose")
  ModelAndView disclose(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    boolean disclosed = form.ticked("disclosed");
    return step(id, "disclose", form, me, redirect, () -> agreements.disclose(id, disclosed, me));
  }

  @PostMapping("/agreements/{id}/paper")
  ModelAndView paper(
      @PathVariable long id,
      @RequestParam(name = "scan", required = false) @Nullable MultipartFile file,
      Form form,
      SignedIn me,
      RedirectAttributes redirect)
      throws IOException {
    var scan = scan(file, form);
    return step(
        id, "paper", form, me, redirect, () -> agreements.recordPaper(id, scan.orElseThrow(), me));
  }

  /** A scan is a picture or a PDF file; nothing else looks like paper. */
  private static Optional<Upload> scan(@Nullable MultipartFile file, Form form) throws IOException {
    if (file == null || file.isEmpty()) {
      form.reject("scan", "form.required");
      return Optional.empty();
    }
    var bytes = file.getBytes();
    var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    var type = Upload.type(bytes);
    try {
      if (Upload.isPhoto(type)) {
        return Optional.of(Upload.photo(name, bytes));
      }
      if (type.equals("application/pdf")) {
        return Optional.of(Upload.file(name, bytes));
      }
      form.reject("scan", "agreement.fault.scan");
    } catch (UnreadableFile refused) {
      form.reject("scan", refused.key(), refused.args().toArray(String[]::new));
    }
    return Optional.empty();
  }

  private ModelAndView step(
      long id, String what, Form form, SignedIn me, RedirectAttributes redirect, Runnable step) {
    if (form.hasFaults()) {
      return page(id, what, form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      step.run();
    } catch (EditedElsewhere stale) {
      form.rejectAll("agreement.fault.stale");
      return page(id, what, form, me, HttpStatus.CONFLICT);
    } catch (IllegalMove late) {
      form.rejectAll("agreement.fault.late");
      return page(id, what, form, me, HttpStatus.CONFLICT);
    } catch (Refused refused) {
      form.rejectAll(refused.key());
      return page(id, what, form, me, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "agreement.done." + what);
    return new ModelAndView("redirect:/agreements/" + id);
  }

  /** {@code open} is the form that was sent and stays open. */
  private ModelAndView page(long id, String open, Form form, SignedIn me, HttpStatus status) {
    var agreement = desk.find(me, id);
    boolean readsAll = desk.readsAll(me, agreement);
    var page =
        new ModelAndView("agreement/show")
            .addAllObjects(
                Map.of(
                    "agreement",
                    agreement,
                    "party",
                    desk.party(me, agreement),
                    "project",
                    agreement.project().flatMap(project -> projects.find(me, project)),
                    "runs",
                    desk.runs(me, agreement),
                    "staff",
                    desk.staff(me, agreement),
                    "readsAll",
                    readsAll,
                    "readsWords",
                    desk.readsWords(me, agreement),
                    "history",
                    readsAll ? agreements.history(agreement) : List.of(),
                    "open",
                    open,
                    "form",
                    form))
            .addObject("ended", end.of(id));
    page.setStatus(status);
    return page;
  }
}
