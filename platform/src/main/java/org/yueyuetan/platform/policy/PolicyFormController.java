package org.yueyuetan.platform.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
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
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.Talks;

/** Beginning a document, and changing what is said of it apart from its clauses. */
@Controller
class PolicyFormController {

  private static final int TALKS = 60;

  private final Policies policies;
  private final PolicyPage pages;
  private final MinutesOfTalk minutes;
  private final Talks talks;
  private final Clock clock;

  PolicyFormController(
      Policies policies, PolicyPage pages, MinutesOfTalk minutes, Talks talks, Clock clock) {
    this.policies = policies;
    this.pages = pages;
    this.minutes = minutes;
    this.talks = talks;
    this.clock = clock;
  }

  @GetMapping("/policies/new")
  ModelAndView fresh(Form form, SignedIn me) {
    var genre = form.choice("genre", Genre.class);
    if (genre.isEmpty()) {
      return new ModelAndView("policy/genre");
    }
    var typed = new LinkedHashMap<String, Object>();
    typed.put("disclosure", Disclosure.OPEN);
    var talk =
        form.id("talk").flatMap(id -> about(me).stream().filter(t -> t.id() == id).findFirst());
    talk.ifPresent(found -> {
      typed.put("talk", found.id());
      if (genre.get() == Genre.MINUTES) {
        typed.put("subject", minutes.title(found));
        typed.put("attendance", minutes.attendance(found, me));
      }
    });
    if (genre.get() == Genre.MINUTES && talk.isEmpty()) {
      return new ModelAndView("policy/minutesOf", Map.of("talks", about(me)));
    }
    return page(Form.of(typed), genre.get(), Optional.empty(), me, HttpStatus.OK);
  }

  @PostMapping("/policies")
  ModelAndView create(Form form, SignedIn me, RedirectAttributes redirect) {
    var genre = form.need("genre", form.choice("genre", Genre.class), Genre.NOTICE);
    var draft = read(form, genre, me);
    if (form.hasFaults()) {
      return page(form, genre, Optional.empty(), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var id = policies.create(draft, me);
    redirect.addFlashAttribute(
        "done", genre == Genre.MINUTES ? "policy.done.minutes" : "policy.done.created");
    return new ModelAndView("redirect:/policies/" + id + "/clauses");
  }

  @GetMapping("/policies/{id}/edit")
  ModelAndView edit(@PathVariable long id, SignedIn me) {
    var policy = pages.inCharge(id, me);
    if (!policy.status().editable()) {
      return new ModelAndView("redirect:/policies/" + id);
    }
    return page(filled(policy), policy.genre(), Optional.of(policy), me, HttpStatus.OK);
  }

  @PostMapping("/policies/{id}")
  ModelAndView change(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var policy = pages.inCharge(id, me);
    var draft = read(form, policy.genre(), me);
    if (form.hasFaults()) {
      return page(form, policy.genre(), Optional.of(policy), me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      policies.change(id, draft, form.version(), me);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(
          form, policy.genre(), Optional.of(pages.inCharge(id, me)), me, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "policy.done.saved");
    return new ModelAndView("redirect:/policies/" + id);
  }

  private PolicyDraft read(Form form, Genre genre, SignedIn me) {
    var draft = PolicyDraft.read(form, genre, LocalDate.now(clock));
    var known = about(me).stream().map(Talk::id).toList();
    if (!known.containsAll(draft.talks())) {
      form.reject("talk", "policy.fault.talk");
    } else if (genre == Genre.MINUTES && draft.talks().size() != 1) {
      form.reject("talk", "policy.fault.minutesTalk");
    }
    return draft;
  }

  /** Talks of the person's region that took place, newest first. */
  private List<Talk> about(SignedIn me) {
    if (!(me.scope() instanceof Scope.Region(var prefix))) {
      throw new NotFound("region of", me.id());
    }
    return talks.list(me.scope(), Optional.empty(), TALKS).stream()
        .filter(talk -> talk.status().tookPlace() && talk.regionCode().startsWith(prefix))
        .toList();
  }

  private ModelAndView page(
      Form form, Genre genre, Optional<Policy> policy, SignedIn me, HttpStatus status) {
    var page =
        new ModelAndView(
            "policy/form",
            Map.of("form", form, "genre", genre, "policy", policy, "talks", about(me)));
    page.setStatus(status);
    return page;
  }

  private static Form filled(Policy policy) {
    var typed = new LinkedHashMap<String, Object>();
    typed.put("subject", policy.title());
    typed.put("addressee", policy.addressee());
    typed.put("copies", policy.copies());
    typed.put("cover", policy.cover());
    typed.put("attendance", policy.attendance());
    typed.put("disclosure", policy.disclosure());
    typed.put("expiresOn", policy.expiresOn());
    typed.put("talk", policy.talks());
    return Form.of(typed);
  }
}
