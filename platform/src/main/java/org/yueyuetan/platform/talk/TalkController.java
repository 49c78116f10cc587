package org.yueyuetan.platform.talk;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.theme.Theme;
import org.yueyuetan.platform.theme.Themes;

/** The list of talks, a talk, and the forms by which it is planned, changed and called off. */
@Controller
class TalkController {

  private static final int PAGE = 50;
  static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final Talks talks;
  private final Planning planning;
  private final TalkPage page;
  private final Themes themes;
  private final Settings settings;
  private final Clock clock;

  TalkController(
      Talks talks,
      Planning planning,
      TalkPage page,
      Themes themes,
      Settings settings,
      Clock clock) {
    this.talks = talks;
    this.planning = planning;
    this.page = page;
    this.themes = themes;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping("/talks")
  ModelAndView list(Form form, SignedIn me) {
    var found = talks.list(me.scope(), form.id("after"), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    return new ModelAndView(
        "talk/list",
        Map.of(
            "talks", shown,
            "attendances", talks.attendances(shown.stream().map(Talk::id).toList()),
            "mine", me.organization().map(talks::myInvitations).orElse(List.of()),
            "first", form.typed("after").isEmpty(),
            "next", found.size() > PAGE ? Optional.of(shown.getLast().id()) : Optional.empty()));
  }

  @GetMapping("/talks/new")
  ModelAndView fresh(Form asked) {
    var month = month(asked.typed("month")).orElse(YearMonth.now(clock));
    var theme = themes.chosen(month);
    var values = new LinkedHashMap<String, Object>();
    values.put("month", month);
    values.put("number", planning.nextNumber(month.getYear()));
    values.put("theme", theme.map(Theme::id));
    values.put("title", theme.map(Theme::title));
    values.put("question", theme.map(Theme::question));
    values.put("forms", List.of(TalkForm.ROUNDTABLE));
    values.put("from", "14:30");
    values.put("until", "16:30");
    values.put("capacity", 40);
    values.put("host", settings.get(Setting.BUREAU_NAME));
    return form(Form.of(values), Optional.empty(), HttpStatus.OK);
  }

  @PostMapping("/talks")
  ModelAndView plan(Form form, SignedIn me, RedirectAttributes redirect) {
    var draft = read(form, Optional.empty());
    if (!form.hasFaults()) {
      try {
        var id = planning.plan(draft, me);
        redirect.addFlashAttribute("done", "talk.done.planned");
        return new ModelAndView("redirect:/talks/" + id);
      } catch (NumberTaken taken) {
        form.reject("number", "talk.fault.numberTaken", form.typed("number"));
      }
    }
    return form(form, Optional.empty(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @GetMapping("/talks/{id}")
  ModelAndView show(@PathVariable long id, SignedIn me) {
    var talk = talks.find(me.scope(), id).orElseThrow(() -> new NotFound("talk", id));
    return talks.mayReadAll(me, talk)
        ? page.forStaff(talk, me)
        : page.open(talk, me, Form.empty(), HttpStatus.OK);
  }

  @GetMapping("/talks/{id}/talk.ics")
  ResponseEntity<String> calendar(@PathVariable long id, SignedIn me) {
    var talk = talks.find(me.scope(), id).orElseThrow(() -> new NotFound("talk", id));
    return ResponseEntity.ok().contentType(CALENDAR).body(Calls.entry(talk).ics(clock.instant()));
  }

  @GetMapping("/talks/{id}/edit")
  ModelAndView edit(@PathVariable long id, SignedIn me) {
    var talk = talks.ahead(me, id);
    return form(TalkDraft.form(talk, clock.getZone()), Optional.of(talk), HttpStatus.OK);
  }

  @PostMapping("/talks/{id}")
  ModelAndView change(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = talks.inCharge(me, id);
    var draft = read(form, talk.theme());
    if (!form.hasFaults()) {
      try {
        planning.change(id, draft, form.version(), me);
        redirect.addFlashAttribute("done", "talk.done.changed");
        return new ModelAndView("redirect:/talks/" + id);
      } catch (NumberTaken taken) {
        form.reject("number", "talk.fault.numberTaken", form.typed("number"));
      } catch (EditedElsewhere stale) {
        form.rejectAll("form.editedElsewhere");
        return form(form, Optional.of(talks.inCharge(me, id)), HttpStatus.CONFLICT);
      }
    }
    return form(form, Optional.of(talk), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @GetMapping("/talks/{id}/cancel")
  ModelAndView askCancel(@PathVariable long id, SignedIn me) {
    return cancelPage(talks.ahead(me, id), Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/talks/{id}/cancel")
  ModelAndView cancel(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = talks.inCharge(me, id);
    var reason = form.required("reason", 300);
    if (form.hasFaults()) {
      return cancelPage(talk, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    planning.cancel(id, reason, me);
    redirect.addFlashAttribute("done", "talk.done.cancelled");
    return new ModelAndView("redirect:/talks/" + id);
  }

  private TalkDraft read(Form form, Optional<Long> held) {
    var draft = TalkDraft.read(form, clock.getZone());
    if (form.fault("month").isEmpty() && draft.theme().isPresent() && !draft.theme().equals(held)) {
      var chosen = themes.chosen(draft.month()).map(Theme::id);
      if (!draft.theme().equals(chosen)) {
        form.reject("theme", "talk.fault.theme", draft.month().toString());
      }
    }
    return draft;
  }

  private ModelAndView form(Form form, Optional<Talk> talk, HttpStatus status) {
    var month = month(form.typed("month"));
    var offered =
        talk.flatMap(Talk::theme).flatMap(themes::find).or(() -> month.flatMap(themes::chosen));
    var view =
        new ModelAndView(
            "talk/edit",
            Map.of(
                "form", form,
                "talk", talk,
                "theme", offered,
                "month", month.orElse(YearMonth.now(clock))));
    view.setStatus(status);
    return view;
  }

  private ModelAndView cancelPage(Talk talk, Form form, HttpStatus status) {
    var view =
        new ModelAndView(
            "talk/cancel",
            Map.of("talk", talk, "form", form, "attendance", talks.attendance(talk.id())));
    view.setStatus(status);
    return view;
  }

  private static Optional<YearMonth> month(String typed) {
    try {
      return Optional.of(YearMonth.parse(typed));
    } catch (DateTimeParseException notAMonth) {
      return Optional.empty();
    }
  }
}
