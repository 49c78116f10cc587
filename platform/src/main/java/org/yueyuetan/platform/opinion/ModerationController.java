package org.yueyuetan.platform.opinion;

import java.util.List;
import java.util.stream.Collectors;
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
import org.yueyuetan.platform.talk.AgendaItem;
import org.yueyuetan.platform.talk.DayWork;
import org.yueyuetan.platform.talk.Desk;

/** Staff open and close the round, and look through what guests state. */
@Controller
class ModerationController {

  private static final int PAGE = 100;

  private final Desk desk;
  private final Moderation moderation;
  private final Rounds rounds;
  private final Opinions opinions;
  private final Agenda agenda;

  ModerationController(
      Desk desk, Moderation moderation, Rounds rounds, Opinions opinions, Agenda agenda) {
    this.desk = desk;
    this.moderation = moderation;
    this.rounds = rounds;
    this.opinions = opinions;
    this.agenda = agenda;
  }

  @GetMapping("/talks/{id}/day/moderate")
  ModelAndView queue(@PathVariable long id, Form form, SignedIn me) {
    return page(me, id, form, HttpStatus.OK);
  }

  /** What has come in since: asked for by the end of the queue, which it replaces. */
  @GetMapping("/talks/{id}/day/moderate/more")
  ModelAndView more(@PathVariable long id, Form form, SignedIn me) {
    var after = form.id("after").orElse(0L);
    var lines = lines(id, OpinionStatus.SUBMITTED, after);
    return desk.page("opinion/moderateRows", me, id, DayWork.RECORD)
        .addObject("lines", lines)
        .addObject("last", last(lines, after));
  }

  @PostMapping("/talks/{id}/day/moderate")
  ModelAndView judge(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var judgement = Judgement.read(form);
    if (!form.hasFaults()) {
      try {
        var result = moderation.judge(me, id, judgement);
        redirect.addFlashAttribute(
            "done",
            result.passedBy() == 0 ? "opinion.judged." + judgement.move() : "opinion.judged.some");
        redirect.addFlashAttribute("doneArgs", List.of(result.done(), result.passedBy()));
        return new ModelAndView(
            "redirect:/talks/" + id + "/day/moderate?status=" + status(form).name());
      } catch (NotFound notStanding) {
        desk.open(me, id);
        form.reject("into", "opinion.fault.into");
      }
    }
    return page(me, id, form, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @PostMapping("/talks/{id}/day/round")
  ModelAndView round(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var move = form.need("round", form.choice("round", RoundMove.class), RoundMove.CLOSE);
    var version = form.version();
    if (form.hasFaults()) {
      return page(me, id, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      switch (move) {
        case OPEN -> rounds.open(me, id, version, form.ticked("anonymous"));
        case CLOSE -> rounds.close(me, id, version);
      }
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(me, id, form, HttpStatus.CONFLICT);
    } catch (StaysAnonymous promised) {
      form.reject("anonymous", "opinion.fault.staysAnonymous");
      return page(me, id, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    redirect.addFlashAttribute("done", "opinion.round.done." + move);
    return new ModelAndView("redirect:/talks/" + id + "/day/moderate");
  }

  private ModelAndView page(SignedIn me, long id, Form form, HttpStatus code) {
    var page = desk.page("opinion/moderate", me, id, DayWork.RECORD, code);
    var status = status(form);
    var after = form.id("after").orElse(0L);
    var lines = lines(id, status, after);
    return page.addObject("round", rounds.of(id))
        .addObject("status", status)
        .addObject("counts", moderation.counts(id))
        .addObject("turnout", moderation.turnout(id))
        .addObject("lines", lines)
        .addObject("last", last(lines, after))
        .addObject("full", lines.size() == PAGE)
        .addObject("accepted", opinions.accepted(id))
        .addObject("form", form);
  }

  private static OpinionStatus status(Form form) {
    return Stream.of(OpinionStatus.values())
        .filter(status -> status.name().equals(form.typed("status")))
        .findFirst()
        .orElse(OpinionStatus.SUBMITTED);
  }

  private List<QueueLine> lines(long talk, OpinionStatus status, long after) {
    var found = moderation.in(talk, status, after, PAGE);
    if (found.isEmpty()) {
      return List.of();
    }
    var accepted = opinions.accepted(talk);
    var questions =
        agenda.questions(talk).stream()
            .collect(Collectors.toMap(AgendaItem::id, AgendaItem::title));
    return found.stream()
        .map(opinion ->
            new QueueLine(
                opinion,
                opinion.agenda().map(item -> questions.getOrDefault(item, "")).orElse(""),
                status == OpinionStatus.SUBMITTED
                    ? Likeness.near(opinion.text(), accepted)
                    : standing(opinion, accepted)))
        .toList();
  }

  /** Of a merged one, that which stands for it. */
  private static List<Opinion> standing(Opinion opinion, List<Opinion> accepted) {
    return accepted.stream()
        .filter(other -> opinion.mergedInto().filter(into -> into == other.id()).isPresent())
        .toList();
  }

  private static long last(List<QueueLine> lines, long after) {
    return lines.isEmpty() ? after : lines.getLast().opinion().id();
  }
}
