package org.yueyuetan.platform.disposition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
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
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.policy.Policies;
import org.yueyuetan.platform.talk.Agenda;
import org.yueyuetan.platform.talk.AgendaItem;

/**
 * One opinion and what becomes of it: staff give it to a department, the department answers, the
 * author rates the answer.
 */
@Controller
class DispositionController {

  static final int REASON = 500;

  private final Register register;
  private final Dispositions dispositions;
  private final Departments departments;
  private final Policies policies;
  private final Citations citations;
  private final Agenda agenda;
  private final Clock clock;

  DispositionController(
      Register register,
      Dispositions dispositions,
      Departments departments,
      Policies policies,
      Citations citations,
      Agenda agenda,
      Clock clock) {
    this.register = register;
    this.dispositions = dispositions;
    this.departments = departments;
    this.policies = policies;
    this.citations = citations;
    this.agenda = agenda;
    this.clock = clock;
  }

  /** A merged opinion leads to the one that stands for it. */
  @GetMapping("/opinions/{id}")
  ModelAndView show(@PathVariable long id, SignedIn me) {
    return register
        .standingFor(departments.reader(me), id)
        .map(other -> new ModelAndView("redirect:/opinions/" + other))
        .orElseGet(() -> page(me, id, "", Form.empty(), HttpStatus.OK));
  }

  // --- staff ---

  @PostMapping("/opinions/{id}/assign")
  ModelAndView assign(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var to = Assignment.read(form, departments.known(me.scope()).keySet(), today());
    return change(
        me,
        id,
        "assign",
        form,
        redirect,
        () -> dispositions.assign(me, List.of(id), to.department(), to.due()));
  }

  @PostMapping("/opinions/{id}/reassign")
  ModelAndView reassign(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var to = Assignment.read(form, departments.known(me.scope()).keySet(), today());
    var reason = form.required("why", REASON);
    return change(
        me,
        id,
        "reassign",
        form,
        redirect,
        () -> dispositions.reassign(me, id, form.version(), to.department(), to.due(), reason));
  }

  @PostMapping("/opinions/{id}/extend")
  ModelAndView extend(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var due = Assignment.day(form, "newDue", today());
    var reason = form.required("dateReason", REASON);
    return change(
        me,
        id,
        "extend",
        form,
        redirect,
        () -> dispositions.extend(me, id, form.version(), due, reason));
  }

  @PostMapping("/opinions/{id}/refuse")
  ModelAndView refuse(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var reason = form.required("refuseReason", REASON);
    return change(
        me,
        id,
        "refuse",
        form,
        redirect,
        () -> dispositions.refuse(me, id, form.version(), reason));
  }

  @PostMapping("/opinions/{id}/close")
  ModelAndView close(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    return change(
        me, id, "close", form, redirect, () -> dispositions.close(me, id, form.version()));
  }

  // --- the department ---

  @PostMapping("/opinions/{id}/answer")
  ModelAndView answer(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    if (register.wasTaken(departments.reader(me), id)) {
      return taken(id, form, "answer", "reason");
    }
    if (form.typed("then").equals("find")) {
      return page(me, id, "answer", form, HttpStatus.OK);
    }
    var draft = AnswerDraft.read(form);
    var matter = register.find(departments.reader(me), id);
    draft.cites().stream()
        .filter(ref -> !citations.mayCite(me, matter, ref))
        .findFirst()
        .ifPresent(ref -> form.reject("cite", "disposition.fault.cite"));
    return change(
        me, id, "answer", form, redirect, () -> dispositions.answer(me, id, form.version(), draft));
  }

  @PostMapping("/opinions/{id}/return")
  ModelAndView giveBack(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    if (register.wasTaken(departments.reader(me), id)) {
      return taken(id, form, "returnReason");
    }
    var reason = form.required("returnReason", REASON);
    return change(
        me,
        id,
        "return",
        form,
        redirect,
        () -> dispositions.giveBack(me, id, form.version(), reason));
  }

  @PostMapping("/opinions/{id}/ask")
  ModelAndView ask(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    if (register.wasTaken(departments.reader(me), id)) {
      return taken(id, form, "askedDue", "askedReason");
    }
    var due = Assignment.day(form, "askedDue", today());
    var reason = form.required("askedReason", REASON);
    if (form.fault("askedDue").isEmpty()
        && register
            .find(departments.reader(me), id)
            .disposition()
            .filter(d -> !due.isAfter(d.due()))
            .isPresent()) {
      form.reject("askedDue", "disposition.fault.notLater");
    }
    return change(
        me, id, "ask", form, redirect, () -> dispositions.ask(me, id, form.version(), due, reason));
  }

  /** Somebody else has to answer by now, or nobody: what was typed is kept to be copied. */
  private static ModelAndView taken(long id, Form form, String... fields) {
    var typed = Arrays.stream(fields).filter(field -> !form.typed(field).isEmpty()).toList();
    var page =
        new ModelAndView("disposition/taken")
            .addObject("id", id)
            .addObject("typed", typed)
            .addObject("form", form);
    page.setStatus(HttpStatus.CONFLICT);
    return page;
  }

  // --- the author ---

  @PostMapping("/opinions/{id}/rate")
  ModelAndView rate(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var own = me.organization().orElseThrow(() -> new NotFound("own opinion", id));
    var author = new Author.Organization(own);
    var matter = register.saidBy(author, id).orElseThrow(() -> new NotFound("own opinion", id));
    var verdict = VerdictDraft.read(form, matter);
    return change(
        me,
        id,
        "rate",
        form,
        redirect,
        () -> dispositions.rate(author, id, form.version(), verdict.rating(), verdict.remark()));
  }

  // --- pages ---

  private ModelAndView change(
      SignedIn me, long id, String what, Form form, RedirectAttributes redirect, Runnable change) {
    if (form.hasFaults()) {
      return page(me, id, what, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      change.run();
    } catch (EditedElsewhere | IllegalMove late) {
      form.rejectAll("disposition.fault.late");
      return page(me, id, what, form, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "disposition.done." + what);
    return new ModelAndView("redirect:/opinions/" + id);
  }

  /** {@code open} is the form that was sent and stays open. */
  private ModelAndView page(SignedIn me, long id, String open, Form form, HttpStatus status) {
    var reader = departments.reader(me);
    var matter = register.find(reader, id);
    var answers = reader.answers(matter);
    var readsAll = reader.readsAll(matter) || answers;
    var readsWhy = readsAll || matter.own();
    var page =
        new ModelAndView("disposition/opinion")
            .addObject("matter", matter)
            .addObject("question", question(matter))
            .addObject("votes", register.votes(id))
            .addObject("clauses", policies.citing(Policies.reach(me), List.of(id)))
            .addObject("cited", citations.of(me, List.of(matter)).getOrDefault(id, List.of()))
            .addObject("history", history(id, readsWhy))
            .addObject("runs", reader.runs(matter))
            .addObject("answers", answers)
            .addObject("readsAll", readsAll)
            .addObject("readsWhy", readsWhy)
            .addObject("split", reader.readsAll(matter))
            .addObject("mayClose", dispositions.mayClose(reader, matter))
            .addObject("givenTo", reader.runs(matter) ? names(me) : List.of())
            .addObject("citable", answers ? citable(me, matter, open, form) : List.of())
            .addObject("standard", today().plusDays(Assignment.DAYS))
            .addObject("open", open)
            .addObject("form", form);
    page.setStatus(status);
    return page;
  }

  private List<Step> history(long id, boolean whole) {
    var history = register.history(id);
    return whole ? history : history.stream().flatMap(step -> step.forEveryone().stream()).toList();
  }

  private String question(Matter matter) {
    return matter
        .agenda()
        .flatMap(
            item -> agenda.of(matter.talk()).stream().filter(one -> one.id() == item).findFirst())
        .map(AgendaItem::title)
        .orElse("");
  }

  /** What is ticked already, or proposed, and after it what is found. */
  private List<Cited> citable(SignedIn me, Matter matter, String open, Form form) {
    var ticked =
        open.equals("answer")
            ? AnswerDraft.cites(form)
            : matter.disposition().map(Disposition::cites).orElse(List.of());
    var found = citations.search(me, matter, form.typed("find"));
    return Stream.concat(citations.find(me, ticked).stream(), found.stream()).distinct().toList();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private List<String> names(SignedIn me) {
    return List.copyOf(departments.known(me.scope()).keySet());
  }
}
