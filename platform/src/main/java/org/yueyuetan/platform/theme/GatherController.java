package org.yueyuetan.platform.theme;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.need.Filter;
import org.yueyuetan.platform.need.NeedLine;
import org.yueyuetan.platform.need.NeedStatus;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.region.Regions;

/** Gathering needs into candidates: search, tick, make, add, split, merge. */
@Controller
class GatherController {

  private static final int PAGE = 50;

  /** In the choice of where ticked needs go: a candidate of their own. */
  private static final String NEW = "new";

  private final Themes themes;
  private final Needs needs;
  private final Regions regions;

  GatherController(Themes themes, Needs needs, Regions regions) {
    this.themes = themes;
    this.needs = needs;
    this.regions = regions;
  }

  @GetMapping("/themes/{month}/gather")
  ModelAndView gather(@PathVariable String month, Form form, SignedIn me) {
    return pool(Month.of(month), form, me, HttpStatus.OK);
  }

  /** Ticked needs become a new candidate, or join one. */
  @PostMapping("/themes/{month}/candidates")
  ModelAndView place(
      @PathVariable String month, Form form, SignedIn me, RedirectAttributes redirect) {
    var of = Month.of(month);
    var ticked = form.ids("need");
    if (ticked.isEmpty()) {
      form.reject("need", "theme.fault.noneTicked");
    }
    var into = form.typed("into");
    var fresh = into.isEmpty() || into.equals(NEW);
    var title = fresh ? form.required("title", ThemeDraft.TITLE) : "";
    var question = form.text("question", ThemeDraft.QUESTION);
    var target = fresh ? Optional.<Long>empty() : form.id("into");
    if (!fresh && target.flatMap(themes::find).filter(t -> t.month().equals(of)).isEmpty()) {
      form.reject("into", "form.choice", into);
    }
    if (form.hasFaults()) {
      return pool(of, form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      if (target.isPresent()) {
        themes.add(target.get(), ticked, me);
      } else {
        themes.gather(of, new ThemeDraft(title, question, fieldOf(ticked, me)), ticked, me);
      }
    } catch (EditedElsewhere stale) {
      form.rejectAll("theme.fault.gatheredElsewhere");
      return pool(of, form, me, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", fresh ? "theme.gathered" : "theme.added");
    redirect.addFlashAttribute("doneArgs", List.of(ticked.size()));
    return new ModelAndView("redirect:/themes/" + of + "/gather" + address(form, Optional.empty()));
  }

  @GetMapping("/themes/{month}/candidates/{id}")
  ModelAndView candidate(@PathVariable String month, @PathVariable long id, SignedIn me) {
    var theme = existing(Month.of(month), id);
    return candidate(theme, filled(theme), me, HttpStatus.OK);
  }

  @PostMapping("/themes/{month}/candidates/{id}")
  ModelAndView change(
      @PathVariable String month,
      @PathVariable long id,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var theme = existing(Month.of(month), id);
    var draft = ThemeDraft.read(form);
    return step(
        theme,
        form,
        me,
        "theme.saved",
        redirect,
        () -> themes.change(id, draft, form.version(), me));
  }

  @PostMapping("/themes/{month}/candidates/{id}/remove")
  ModelAndView remove(
      @PathVariable String month,
      @PathVariable long id,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var theme = existing(Month.of(month), id);
    var ticked = ticked(form);
    return step(
        theme,
        form,
        me,
        "theme.removed",
        redirect,
        () -> themes.remove(id, ticked, form.version(), me));
  }

  @PostMapping("/themes/{month}/candidates/{id}/split")
  ModelAndView split(
      @PathVariable String month,
      @PathVariable long id,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var theme = existing(Month.of(month), id);
    var ticked = ticked(form);
    var title = form.required("splitTitle", ThemeDraft.TITLE);
    return step(
        theme,
        form,
        me,
        "theme.splitDone",
        redirect,
        () ->
            themes.split(id, ticked, new ThemeDraft(title, "", theme.field()), form.version(), me));
  }

  @PostMapping("/themes/{month}/candidates/{id}/merge")
  ModelAndView merge(
      @PathVariable String month,
      @PathVariable long id,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var of = Month.of(month);
    var theme = existing(of, id);
    var into = form.chosen("into");
    if (!form.hasFaults()
        && (into == id || themes.candidates(of).stream().noneMatch(t -> t.id() == into))) {
      form.reject("into", "form.choice", String.valueOf(into));
    }
    return step(
        theme,
        form,
        me,
        "theme.merged",
        redirect,
        () -> themes.merge(id, into, form.version(), me));
  }

  @PostMapping("/themes/{month}/candidates/{id}/drop")
  ModelAndView drop(
      @PathVariable String month,
      @PathVariable long id,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var theme = existing(Month.of(month), id);
    return step(
        theme, form, me, "theme.dropped", redirect, () -> themes.drop(id, form.version(), me));
  }

  private ModelAndView step(
      Theme theme,
      Form form,
      SignedIn me,
      String done,
      RedirectAttributes redirect,
      Runnable step) {
    if (form.hasFaults()) {
      return candidate(theme, form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      step.run();
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return candidate(existing(theme.month(), theme.id()), form, me, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", done);
    var still = themes.find(theme.id()).filter(t -> t.status() == ThemeStatus.CANDIDATE);
    return new ModelAndView(
        "redirect:/themes/"
            + theme.month()
            + (still.isPresent() ? "/candidates/" + theme.id() : ""));
  }

  private static List<Long> ticked(Form form) {
    var ticked = form.ids("need");
    if (ticked.isEmpty()) {
      form.reject("need", "theme.fault.noneTicked");
    }
    return ticked;
  }

  private ModelAndView pool(YearMonth month, Form form, SignedIn me, HttpStatus status) {
    var filter = Filter.read(form).in(NeedStatus.ACCEPTED);
    var gathered = themes.gathered(month);
    var found = needs.listExcept(me.scope(), filter, gathered, form.id("after"), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    var model = new LinkedHashMap<String, Object>();
    model.put("month", month);
    model.put("state", themes.state(month));
    model.put("form", form);
    model.put("lines", shown);
    model.put("candidates", themes.candidates(month));
    model.put("regions", regions);
    model.put("filtered", filter.narrow());
    model.put("next", found.size() > PAGE ? address(form, Optional.of(shown.getLast().id())) : "");
    model.put(
        "first",
        form.typed("after").isEmpty()
            ? ""
            : "/themes/" + month + "/gather" + address(form, Optional.empty()));
    var page = new ModelAndView("theme/gather", model);
    page.setStatus(status);
    return page;
  }

  /** The field that most of the needs are of; staff may change it afterwards. */
  private Field fieldOf(List<Long> ids, SignedIn me) {
    var counts =
        needs.lines(me.scope(), ids).stream()
            .collect(Collectors.groupingBy(NeedLine::field, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(Field.OTHER);
  }

  /** The pool's query, kept from page to page. */
  private static String address(Form form, Optional<Long> after) {
    var kept = new LinkedHashMap<String, String>();
    List.of("q", "direction", "kind", "field", "region")
        .forEach(term -> kept.put(term, form.typed(term)));
    kept.put("after", after.map(String::valueOf).orElse(""));
    kept.values().removeIf(String::isEmpty);
    var uri = UriComponentsBuilder.newInstance();
    kept.keySet().forEach(term -> uri.queryParam(term, "{" + term + "}"));
    return kept.isEmpty() ? "" : "?" + uri.encode().buildAndExpand(kept).getQuery();
  }

  private ModelAndView candidate(Theme theme, Form form, SignedIn me, HttpStatus status) {
    var page =
        new ModelAndView(
            "theme/candidate",
            Map.of(
                "theme",
                theme,
                "state",
                themes.state(theme.month()),
                "form",
                form,
                "lines",
                needs.lines(me.scope(), themes.needsOf(theme.id())),
                "others",
                themes.candidates(theme.month()).stream()
                    .filter(t -> t.id() != theme.id())
                    .toList(),
                "regions",
                regions));
    page.setStatus(status);
    return page;
  }

  private static Form filled(Theme theme) {
    return Form.of(
        Map.of("title", theme.title(), "question", theme.question(), "field", theme.field()));
  }

  private Theme existing(YearMonth month, long id) {
    return themes
        .find(id)
        .filter(theme -> theme.month().equals(month))
        .orElseThrow(() -> new NotFound("theme", id));
  }
}
