package org.yueyuetan.platform.selection;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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

/** Where staff run a round from its opening to its end; auditors read along. */
@Controller
class DeskController {

  private static final int REASON = 200;

  private final Selections selections;
  private final Results results;
  private final Confirmations confirmations;
  private final Clock clock;

  DeskController(Selections selections, Results results, Confirmations confirmations, Clock clock) {
    this.selections = selections;
    this.results = results;
    this.confirmations = confirmations;
    this.clock = clock;
  }

  @GetMapping("/selections/{id}/desk")
  ModelAndView desk(@PathVariable long id, SignedIn me) {
    return page(id, me, Form.empty(), Map.of(), HttpStatus.OK);
  }

  // --- steps ---

  @PostMapping("/selections/{id}/open")
  ModelAndView open(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    return step(id, me, form, redirect, "opened", () -> selections.open(id, form.version(), me));
  }

  @PostMapping("/selections/{id}/close")
  ModelAndView close(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    return step(id, me, form, redirect, "closed", () -> selections.close(id, form.version(), me));
  }

  @PostMapping("/selections/{id}/cancel")
  ModelAndView cancel(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    selections.inCharge(me, id);
    var reason = form.required("cancelReason", REASON);
    return step(
        id,
        me,
        form,
        redirect,
        "cancelled",
        () -> selections.cancel(id, reason, form.version(), me));
  }

  @PostMapping("/selections/{id}/overrule")
  ModelAndView overrule(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    selections.inCharge(me, id);
    var pair = form.required("pair", 40).split("-", -1);
    var reason = form.required("overruleReason", REASON);
    if (form.fault("pair").isEmpty() && pair.length != 2) {
      form.reject("pair", "form.choice", form.typed("pair"));
    }
    return step(
        id,
        me,
        form,
        redirect,
        "overruled",
        () -> results.overrule(id, number(pair[0]), number(pair[1]), reason, form.version(), me));
  }

  private static long number(String typed) {
    try {
      return Long.parseLong(typed);
    } catch (NumberFormatException notAnId) {
      throw new NotFound("entry", typed);
    }
  }

  @PostMapping("/selections/{id}/take-back")
  ModelAndView takeBack(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    selections.inCharge(me, id);
    var project = form.chosen("project");
    var provider = form.chosen("provider");
    return step(
        id,
        me,
        form,
        redirect,
        "takenBack",
        () -> results.takeBack(id, project, provider, form.version(), me));
  }

  @PostMapping("/selections/{id}/announce")
  ModelAndView announce(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    return step(
        id,
        me,
        form,
        redirect,
        "announced",
        () -> results.announce(id, form.version(), form.typed("hash"), me));
  }

  @PostMapping("/selections/{id}/refill")
  ModelAndView refill(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    return step(
        id,
        me,
        form,
        redirect,
        "refilled",
        () ->
            redirect.addFlashAttribute(
                "doneArgs", List.of(results.refill(id, form.version(), me))));
  }

  @PostMapping("/selections/{id}/pairs/{pair}/release")
  ModelAndView release(
      @PathVariable long id,
      @PathVariable long pair,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    selections.inCharge(me, id);
    var reason = form.required("reason-" + pair, REASON);
    return step(
        id, me, form, redirect, "released", () -> confirmations.release(me, id, pair, reason));
  }

  @PostMapping("/selections/{id}/carry-over")
  String carryOver(@PathVariable long id, SignedIn me, RedirectAttributes redirect) {
    var next = selections.carryOver(id, me);
    redirect.addFlashAttribute("done", "selection.done.carriedOver");
    return "redirect:/selections/" + next + "/edit";
  }

  /** Takes a step; what stands in its way is told above what was typed. */
  private ModelAndView step(
      long id, SignedIn me, Form form, RedirectAttributes redirect, String done, Runnable step) {
    selections.inCharge(me, id);
    if (form.hasFaults()) {
      return page(id, me, form, Map.of(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      step.run();
    } catch (NotReady lacking) {
      form.rejectAll(lacking.key());
      return page(id, me, form, Map.of(), HttpStatus.UNPROCESSABLE_CONTENT);
    } catch (EditedElsewhere stale) {
      form.rejectAll("selection.fault.editedElsewhere");
      return page(id, me, form, Map.of(), HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "selection.done." + done);
    return new ModelAndView("redirect:/selections/" + id + "/desk");
  }

  // --- for doubters ---

  /** Computes a run again before the eyes of whoever doubts it. */
  @PostMapping("/selections/{id}/verify")
  ModelAndView verify(@PathVariable long id, Form form, SignedIn me) {
    var selection = readable(id, me);
    var checked = new HashMap<Integer, Boolean>();
    form.whole("run", 1, Integer.MAX_VALUE)
        .flatMap(number -> results.run(selection, number))
        .ifPresent(run -> checked.put(run.number(), results.verify(run)));
    return page(id, me, Form.empty(), checked, HttpStatus.OK);
  }

  /** The files that a run was computed from, ranks included; and what came out. */
  @GetMapping("/selections/{id}/runs/{run}/{file}")
  ResponseEntity<byte[]> file(
      @PathVariable long id, @PathVariable int run, @PathVariable String file, SignedIn me) {
    var found =
        results.run(readable(id, me), run).orElseThrow(() -> new NotFound("run of selection", run));
    var content =
        switch (file) {
          case "projects.csv" -> found.snapshot().projects();
          case "providers.csv" -> found.snapshot().providers();
          case "pairs.csv" -> found.snapshot().pairs();
          case "project-optimal.csv" -> Outcome.csv(found.outcome().projectOptimal());
          case "provider-optimal.csv" -> Outcome.csv(found.outcome().providerOptimal());
          default -> throw new NotFound("file of run", file);
        };
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file).build().toString())
        .body(content.getBytes(StandardCharsets.UTF_8));
  }

  // --- the page ---

  private ModelAndView page(
      long id, SignedIn me, Form form, Map<Integer, Boolean> checked, HttpStatus status) {
    var selection = readable(id, me);
    var closed = selection.status() == SelectionStatus.CLOSED;
    var told = selection.status().isTold();
    var pairs = told ? results.paired(selection) : List.<Paired>of();
    var model = new HashMap<String, Object>();
    model.put("selection", selection);
    model.put("entries", selections.entries(selection));
    model.put("byId", results.entries(selection));
    model.put("form", form);
    model.put("mayRun", selections.mayRun(me, selection));
    model.put(
        "lacking",
        selection.status() == SelectionStatus.PREPARING
            ? selections.lacking(selection)
            : Optional.empty());
    model.put("preview", closed ? Optional.of(results.preview(selection)) : Optional.empty());
    model.put("ranks", closed || told ? results.ranks(selection) : Map.of());
    model.put("overruled", results.overruled(selection));
    model.put("pairs", pairs);
    model.put("left", told ? left(selection) : Map.of());
    model.put("runs", told ? results.runs(selection) : List.of());
    model.put("checked", checked);
    model.put("successor", selections.successor(selection));
    model.put("history", selections.history(selection));
    model.put("today", LocalDate.now(clock));
    var page = new ModelAndView("selection/desk", model);
    page.setStatus(status);
    return page;
  }

  /** Entries that have nothing now, with the reason. */
  private Map<Entry, Why> left(Selection selection) {
    var reasons = results.reasons(selection);
    var left = new LinkedHashMap<Entry, Why>();
    selections.entries(selection).stream()
        .filter(entry -> reasons.total(entry) == 0)
        .forEach(entry -> left.put(entry, reasons.unmatched(entry)));
    return left;
  }

  private Selection readable(long id, SignedIn me) {
    return selections
        .find(me.scope(), id)
        .filter(selection -> selections.mayReadAll(me, selection))
        .orElseThrow(() -> new NotFound("selection", id));
  }
}
