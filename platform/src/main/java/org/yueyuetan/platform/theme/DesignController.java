package org.yueyuetan.platform.theme;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.region.Regions;

/** Designing the month: what the needs are about, as a picture, and groups made into candidates. */
@Controller
class DesignController {

  /** Of the needs like no other, the page lists so many. */
  private static final int SHOWN = 100;

  private final Designs designs;
  private final Themes themes;
  private final Needs needs;
  private final Regions regions;

  DesignController(Designs designs, Themes themes, Needs needs, Regions regions) {
    this.designs = designs;
    this.themes = themes;
    this.needs = needs;
    this.regions = regions;
  }

  @GetMapping("/themes/{month}/design")
  ModelAndView show(@PathVariable String month, Form form, SignedIn me) {
    return page(Month.of(month), form, me, HttpStatus.OK);
  }

  @PostMapping("/themes/{month}/design/run")
  ModelAndView run(@PathVariable String month, SignedIn me, RedirectAttributes redirect) {
    var of = Month.of(month);
    var design = designs.run(of, region(me));
    redirect.addFlashAttribute("done", "theme.design.done");
    redirect.addFlashAttribute("doneArgs", List.of(design.needs(), design.groups().size()));
    return new ModelAndView("redirect:/themes/" + of + "/design");
  }

  /** A group, or what is left ticked of it, becomes a candidate or joins its own. */
  @PostMapping("/themes/{month}/design")
  ModelAndView take(
      @PathVariable String month, Form form, SignedIn me, RedirectAttributes redirect) {
    var of = Month.of(month);
    var ticked = form.ids("need");
    if (ticked.isEmpty()) {
      form.reject("need", "theme.fault.noneTicked");
    }
    var into = form.id("into");
    if (into.isPresent()
        && into.flatMap(themes::find).filter(theme -> theme.month().equals(of)).isEmpty()) {
      form.reject("into", "form.choice", form.typed("into"));
    }
    var draft =
        into.isPresent() ? Optional.<ThemeDraft>empty() : Optional.of(ThemeDraft.read(form));
    if (form.hasFaults()) {
      return page(of, form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      draft.ifPresentOrElse(
          fresh -> themes.gather(of, fresh, ticked, me),
          () -> themes.add(into.orElseThrow(), ticked, me));
    } catch (EditedElsewhere stale) {
      form.rejectAll("theme.fault.gatheredElsewhere");
      return page(of, form, me, HttpStatus.CONFLICT);
    }
    designs.run(of, region(me));
    redirect.addFlashAttribute("done", draft.isPresent() ? "theme.gathered" : "theme.added");
    redirect.addFlashAttribute("doneArgs", List.of(ticked.size()));
    return new ModelAndView("redirect:/themes/" + of + "/design");
  }

  private ModelAndView page(YearMonth month, Form form, SignedIn me, HttpStatus status) {
    var design = designs.find(month, region(me));
    var opened =
        form.id("group")
            .flatMap(representative ->
                design.stream()
                    .flatMap(found -> found.groups().stream())
                    .filter(group -> group.representative() == representative)
                    .findFirst());
    var model = new LinkedHashMap<String, Object>();
    model.put("month", month);
    model.put("state", themes.state(month));
    model.put(
        "form",
        opened.isPresent() && form.typed("title").isEmpty() ? named(opened.get(), form) : form);
    model.put("design", design);
    model.put("counties", regions.counties());
    model.put("candidates", themes.candidates(month));
    model.put("opened", opened);
    model.put("lines", needs.lines(me.scope(), opened.map(Group::free).orElse(List.of())));
    model.put(
        "alone",
        needs.lines(
            me.scope(),
            design.map(found -> found.alone().stream().limit(SHOWN).toList()).orElse(List.of())));
    var page = new ModelAndView("theme/design", model);
    page.setStatus(status);
    return page;
  }

  private static Form named(Group group, Form form) {
    return form.hasFaults()
        ? form
        : Form.of(Map.of("title", group.title(), "field", form.typed("field")));
  }

  private static Scope.Region region(SignedIn me) {
    if (me.scope() instanceof Scope.Region region) {
      return region;
    }
    throw new AccessDeniedException("designing a month takes a region");
  }
}
