package org.yueyuetan.platform.theme;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.yueyuetan.platform.need.NeedLine;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.region.Region;
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
    var unticked = unticked(of, form, ticked, me);
    try {
      themes.leaveOut(
          draft
              .map(fresh -> themes.gather(of, fresh, ticked, me))
              .orElseGet(() -> added(into.orElseThrow(), ticked, me)),
          unticked,
          me);
    } catch (EditedElsewhere stale) {
      designs.run(of, region(me));
      form.rejectAll("theme.fault.gatheredElsewhere");
      return page(of, form, me, HttpStatus.CONFLICT);
    }
    designs.run(of, region(me));
    redirect.addFlashAttribute("done", draft.isPresent() ? "theme.gathered" : "theme.added");
    redirect.addFlashAttribute("doneArgs", List.of(ticked.size()));
    return new ModelAndView("redirect:/themes/" + of + "/design");
  }

  private long added(long theme, List<Long> ticked, SignedIn me) {
    themes.add(theme, ticked, me);
    return theme;
  }

  /**
   * What the person saw in the group and did not want; nothing if it was grouped again meanwhile.
   */
  private List<Long> unticked(YearMonth month, Form form, List<Long> ticked, SignedIn me) {
    var wanted = Set.copyOf(ticked);
    return designs
        .find(month, region(me))
        .filter(design -> design.at().toString().equals(form.typed("seen")))
        .flatMap(design -> form.id("group").flatMap(design::group))
        .map(group -> group.free().stream().filter(need -> !wanted.contains(need)).toList())
        .orElse(List.of());
  }

  private ModelAndView page(YearMonth month, Form form, SignedIn me, HttpStatus status) {
    var design = designs.find(month, region(me));
    var opened = design.flatMap(found -> form.id("group").flatMap(found::group));
    var model = new LinkedHashMap<String, Object>();
    model.put("month", month);
    model.put("state", themes.state(month));
    var lines = needs.lines(me.scope(), opened.map(Group::free).orElse(List.of()));
    model.put("form", opened.isPresent() && !form.hasFaults() ? begun(opened.get(), lines) : form);
    model.put("design", design);
    model.put(
        "places",
        regions.all().stream()
            .filter(r -> r.level() == Region.Level.CITY || r.level() == Region.Level.COUNTY)
            .toList());
    model.put("candidates", themes.candidates(month));
    model.put("opened", opened);
    model.put("lines", lines);
    model.put(
        "alone",
        needs.lines(
            me.scope(),
            design.map(found -> found.alone().stream().limit(SHOWN).toList()).orElse(List.of())));
    var page = new ModelAndView("theme/design", model);
    page.setStatus(status);
    return page;
  }

  /** Begins with the group's title and the field that most of its needs are in. */
  private static Form begun(Group group, List<NeedLine> lines) {
    var field =
        lines.stream()
            .collect(Collectors.groupingBy(NeedLine::field, Collectors.counting()))
            .entrySet()
            .stream()
            .max(
                Map.Entry.<Field, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
            .map(most -> most.getKey().name())
            .orElse("");
    return Form.of(Map.of("title", group.suggestedTitle(), "field", field));
  }

  private static Scope.Region region(SignedIn me) {
    if (me.scope() instanceof Scope.Region region) {
      return region;
    }
    throw new AccessDeniedException("designing a month takes a region");
  }
}
