package org.yueyuetan.platform.disposition;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;

/** The register of opinions; staff give many of them to a department at once. */
@Controller
class RegisterController {

  private static final int PAGE = 50;

  private final Register register;
  private final Dispositions dispositions;
  private final Departments departments;
  private final DispositionExport export;
  private final Clock clock;

  RegisterController(
      Register register,
      Dispositions dispositions,
      Departments departments,
      DispositionExport export,
      Clock clock) {
    this.register = register;
    this.dispositions = dispositions;
    this.departments = departments;
    this.export = export;
    this.clock = clock;
  }

  @GetMapping("/opinions")
  ModelAndView list(Form form, SignedIn me) {
    return page(me, form, Filter.read(form), Form.empty(), HttpStatus.OK);
  }

  @GetMapping("/opinions/export")
  void export(Form form, SignedIn me, Locale locale, HttpServletResponse response)
      throws IOException {
    export.write(departments.reader(me), Filter.read(form), locale, response);
  }

  @PostMapping("/opinions/assign")
  ModelAndView assign(Form form, SignedIn me, RedirectAttributes redirect) {
    var ids = form.ids("opinion");
    var assignment =
        Assignment.read(form, departments.known(me.scope()).keySet(), LocalDate.now(clock));
    if (ids.isEmpty() && form.fault("opinion").isEmpty()) {
      form.reject("opinion", "disposition.fault.none");
    }
    if (!form.hasFaults()) {
      try {
        dispositions.assign(me, ids, assignment.department(), assignment.due());
        redirect.addFlashAttribute("done", "disposition.done.assigned");
        redirect.addFlashAttribute("doneArgs", List.of(ids.size(), assignment.department()));
        return new ModelAndView("redirect:/opinions?stand=WAITING");
      } catch (EditedElsewhere | NotFound colleagueWasFaster) {
        form.rejectAll("disposition.fault.taken");
        return page(me, Form.empty(), Filter.of(Filter.Stand.WAITING), form, HttpStatus.CONFLICT);
      }
    }
    return page(
        me, Form.empty(), Filter.of(Filter.Stand.WAITING), form, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /**
   * @param asked what the list is filtered by
   * @param typed the form by which opinions are given to a department
   */
  private ModelAndView page(SignedIn me, Form asked, Filter filter, Form typed, HttpStatus status) {
    var reader = departments.reader(me);
    var found = register.list(reader, filter, asked.id("after"), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    var page =
        new ModelAndView("disposition/list")
            .addObject("matters", shown)
            .addObject("filter", filter)
            .addObject("count", register.count(reader, filter))
            .addObject("occasions", register.occasions(reader))
            .addObject("departments", List.copyOf(register.departments(reader).keySet()))
            .addObject("givenTo", me.is(Role.ORGANIZER) ? names(me) : List.of())
            .addObject("reader", reader)
            .addObject("standard", LocalDate.now(clock).plusDays(Assignment.DAYS))
            .addObject("form", asked)
            .addObject("typed", typed)
            .addObject("next", found.size() > PAGE ? String.valueOf(shown.getLast().id()) : "");
    page.setStatus(status);
    return page;
  }

  private List<String> names(SignedIn me) {
    return List.copyOf(departments.known(me.scope()).keySet());
  }
}
