package org.yueyuetan.platform.panel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.organization.Organization;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.talk.Talk;

/** The steps that are taken on the protocol page: draw, give up, substitutes, changes by hand. */
@Controller
@ControllerAdvice
class StepController {

  private static final int MOST_TEXT = 120;
  private static final int MOST_REASON = 200;

  /** So long a page waits for what is being computed; after that it is asked for again. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Sortitions sortitions;
  private final Substitutes substitutes;
  private final HandChanges byHand;
  private final TalkList list;
  private final ProtocolPage page;
  private final Organizations organizations;

  StepController(
      Sortitions sortitions,
      Substitutes substitutes,
      HandChanges byHand,
      TalkList list,
      ProtocolPage page,
      Organizations organizations) {
    this.sortitions = sortitions;
    this.substitutes = substitutes;
    this.byHand = byHand;
    this.list = list;
    this.page = page;
    this.organizations = organizations;
  }

  @PostMapping("/talks/{id}/lottery/draw")
  ModelAndView draw(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = sortitions.ahead(me, id);
    var announced = sortitions.of(talk).map(Sortition::announced).orElse("");
    var publicText = announced.isEmpty() ? "" : form.required("publicText", MOST_TEXT);
    return step(
        talk,
        me,
        form,
        () -> {
          sortitions.draw(id, form.version(), publicText, me);
          return done(id, redirect, "panel.done.drawn");
        });
  }

  @PostMapping("/talks/{id}/lottery/abandon")
  ModelAndView abandon(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = sortitions.ahead(me, id);
    var reason = form.required("abandonReason", MOST_REASON);
    return step(
        talk,
        me,
        form,
        () -> {
          sortitions.abandon(id, form.version(), reason, me);
          return done(id, redirect, "panel.done.abandoned");
        });
  }

  @PostMapping("/talks/{id}/lottery/substitutes")
  ModelAndView substitutes(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = sortitions.ahead(me, id);
    return step(
        talk,
        me,
        form,
        () -> {
          if (!substitutes.isComputed(id, form.version(), me, PATIENCE)) {
            form.rejectAll("panel.fault.computing");
            return again(talk, me, form, HttpStatus.UNPROCESSABLE_CONTENT);
          }
          var drawn = substitutes.substitute(id, form.version(), me);
          redirect.addFlashAttribute("doneArgs", List.of(drawn));
          return done(id, redirect, "panel.done.substituted");
        });
  }

  @PostMapping("/talks/{id}/lottery/add")
  ModelAndView add(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = sortitions.ahead(me, id);
    var name = form.required("addName", MOST_TEXT);
    var reason = form.required("addReason", MOST_REASON);
    var found = organizations.byName(name).filter(Organization::active);
    if (found.isEmpty() && form.fault("addName").isEmpty()) {
      form.reject("addName", "panel.fault.nobodyNamed", name);
    } else if (found.isPresent()
        && list.of(id).stream()
            .anyMatch(each -> each.organization().equals(Optional.of(found.get().id())))) {
      form.reject("addName", "panel.fault.onList");
    }
    return step(
        talk,
        me,
        form,
        () -> {
          try {
            byHand.add(id, form.version(), found.orElseThrow().id(), reason, me);
          } catch (NotFound outOfScope) {
            form.reject("addName", "panel.fault.nobodyNamed", name);
            return again(talk, me, form, HttpStatus.UNPROCESSABLE_CONTENT);
          }
          return done(id, redirect, "panel.done.added");
        });
  }

  @PostMapping("/talks/{id}/lottery/strike")
  ModelAndView strike(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = sortitions.ahead(me, id);
    var invitation = form.chosen("strike");
    var reason = form.required("strikeReason", MOST_REASON);
    return step(
        talk,
        me,
        form,
        () -> {
          byHand.strike(id, form.version(), invitation, reason, me);
          return done(id, redirect, "panel.done.struck");
        });
  }

  /** Takes a step; what stands in its way is told above what was typed. */
  private ModelAndView step(Talk talk, SignedIn me, Form form, Supplier<ModelAndView> taken) {
    if (form.hasFaults()) {
      return again(talk, me, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      return taken.get();
    } catch (EditedElsewhere stale) {
      form.rejectAll("panel.fault.meanwhile");
      return again(talk, me, form, HttpStatus.CONFLICT);
    } catch (Begun tooLate) {
      form.rejectAll("panel.fault.begun");
    } catch (NoSubstitutes none) {
      if (none.quotas().isEmpty()) {
        form.rejectAll("panel.fault.nobodyLeft");
      } else {
        form.rejectAll("panel.fault.noSubstitutes", String.join("、", none.quotas()));
      }
    } catch (TooIntricate tooLong) {
      form.rejectAll("panel.fault.tooIntricate");
    }
    return again(talk, me, form, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView again(Talk talk, SignedIn me, Form form, HttpStatus status) {
    return page.of(talk, me, form, false, Optional.empty(), status);
  }

  private ModelAndView done(long id, RedirectAttributes redirect, String key) {
    redirect.addFlashAttribute("done", key);
    return new ModelAndView("redirect:/talks/" + id + "/lottery");
  }

  /** Somebody changed a list kept by lot elsewhere: here it can be done, with a reason. */
  @ExceptionHandler(ReasonMissing.class)
  String reasonMissing(ReasonMissing missing) {
    return "redirect:/talks/"
        + missing.talk()
        + "/lottery?reason=on"
        + (missing.invitation() == 0 ? "" : "&strike=" + missing.invitation())
        + "#by-hand";
  }

  @ExceptionHandler(Begun.class)
  String begun(Begun tooLate) {
    return "redirect:/talks/" + tooLate.talk() + "/lottery?begun=on";
  }
}
