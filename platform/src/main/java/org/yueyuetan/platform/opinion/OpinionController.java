package org.yueyuetan.platform.opinion;

import java.util.LinkedHashMap;
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
import org.yueyuetan.platform.talk.Agenda;
import org.yueyuetan.platform.talk.DayWork;
import org.yueyuetan.platform.talk.Desk;
import org.yueyuetan.platform.talk.Guest;
import org.yueyuetan.platform.talk.Guests;

/** Writes down what is said. */
@Controller
class OpinionController {

  private static final int PAGE = 50;

  private final Desk desk;
  private final Guests guests;
  private final Opinions opinions;
  private final Agenda agenda;

  OpinionController(Desk desk, Guests guests, Opinions opinions, Agenda agenda) {
    this.desk = desk;
    this.guests = guests;
    this.opinions = opinions;
    this.agenda = agenda;
  }

  @GetMapping("/talks/{id}/day/opinions")
  ModelAndView list(@PathVariable long id, Form form, SignedIn me) {
    return page(me, id, form, HttpStatus.OK);
  }

  @PostMapping("/talks/{id}/day/opinions")
  ModelAndView record(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var draft = read(id, form);
    if (!form.hasFaults()) {
      try {
        opinions.record(me, id, draft);
        redirect.addFlashAttribute("done", "opinion.done");
        return new ModelAndView("redirect:/talks/" + id + "/day/opinions");
      } catch (NotFound nobodyLikeThat) {
        desk.open(me, id);
        form.reject("guest", "opinion.fault.guest");
      }
    }
    return page(me, id, form, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @GetMapping("/talks/{id}/day/opinions/{opinion}")
  ModelAndView edit(@PathVariable long id, @PathVariable long opinion, SignedIn me) {
    var found = opinions.find(me, id, opinion);
    return editPage(me, id, found, stored(found, Form.empty()), HttpStatus.OK);
  }

  private static Form stored(Opinion found, Form faulty) {
    var stored = new LinkedHashMap<String, Object>();
    stored.put("text", found.text());
    stored.put("agenda", found.agenda());
    stored.put("guest", found.invitation());
    stored.put("speaker", found.speaker());
    stored.put("party", found.party());
    if (found.named()) {
      stored.put("named", "on");
    }
    var form = Form.of(stored);
    faulty.faults().forEach(fault -> form.rejectAll(fault.key()));
    return form;
  }

  @PostMapping("/talks/{id}/day/opinions/{opinion}")
  ModelAndView change(
      @PathVariable long id,
      @PathVariable long opinion,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    var draft = read(id, form);
    var version = form.version();
    if (form.hasFaults()) {
      return editPage(
          me, id, opinions.find(me, id, opinion), form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      opinions.change(me, id, opinion, version, draft);
    } catch (NotFound nobodyLikeThat) {
      form.reject("guest", "opinion.fault.guest");
      return editPage(
          me, id, opinions.find(me, id, opinion), form, HttpStatus.UNPROCESSABLE_CONTENT);
    } catch (VotedOn stands) {
      form.reject("text", "opinion.fault.votedOn");
      return editPage(me, id, opinions.find(me, id, opinion), form, HttpStatus.CONFLICT);
    } catch (InUse stands) {
      form.reject("text", "opinion.fault.inUse");
      return editPage(me, id, opinions.find(me, id, opinion), form, HttpStatus.CONFLICT);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return editPage(me, id, opinions.find(me, id, opinion), form, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "opinion.changed");
    return new ModelAndView("redirect:/talks/" + id + "/day/opinions");
  }

  @PostMapping("/talks/{id}/day/opinions/{opinion}/delete")
  ModelAndView remove(
      @PathVariable long id,
      @PathVariable long opinion,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    try {
      opinions.remove(me, id, opinion, form.version());
    } catch (VotedOn stands) {
      form.rejectAll("opinion.fault.votedOn.delete");
      var found = opinions.find(me, id, opinion);
      return editPage(me, id, found, stored(found, form), HttpStatus.CONFLICT);
    } catch (InUse stands) {
      form.rejectAll("opinion.fault.inUse.delete");
      var found = opinions.find(me, id, opinion);
      return editPage(me, id, found, stored(found, form), HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "opinion.removed");
    return new ModelAndView("redirect:/talks/" + id + "/day/opinions");
  }

  private OpinionDraft read(long talk, Form form) {
    var draft = OpinionDraft.read(form);
    if (draft.agenda().isPresent()
        && agenda.questions(talk).stream().noneMatch(item -> item.id() == draft.agenda().get())) {
      form.reject("agenda", "form.choice", form.typed("agenda"));
    }
    return draft;
  }

  private ModelAndView page(SignedIn me, long id, Form form, HttpStatus status) {
    var found = opinions.latest(id, form.id("before").orElse(Long.MAX_VALUE), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    return desk.page("opinion/recorded", me, id, DayWork.RECORD, status)
        .addObject("questions", agenda.questions(id))
        .addObject("opinions", shown)
        .addObject("count", opinions.count(id))
        .addObject("next", found.size() > PAGE ? String.valueOf(shown.getLast().id()) : "")
        .addObject("guests", guests.whoMaySpeak(me, id))
        .addObject("form", form);
  }

  /** Those who may be named, and whoever is named now. */
  private List<Guest> guests(SignedIn me, long id, Opinion opinion) {
    var speakers = guests.whoMaySpeak(me, id);
    var now =
        opinion
            .invitation()
            .filter(owner -> speakers.stream().noneMatch(guest -> guest.id() == owner))
            .map(owner -> guests.find(me, id, owner));
    return Stream.concat(now.stream(), speakers.stream()).toList();
  }

  private ModelAndView editPage(
      SignedIn me, long id, Opinion opinion, Form form, HttpStatus status) {
    return desk.page("opinion/edit", me, id, DayWork.RECORD, status)
        .addObject("opinion", opinion)
        .addObject("questions", agenda.questions(id))
        .addObject("guests", guests(me, id, opinion))
        .addObject("form", form);
  }
}
