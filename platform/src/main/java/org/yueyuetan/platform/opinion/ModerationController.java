package org.yueyuetan.platform.opinion;

import java.util.List;
import java.util.Map;
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
  private final Nearby nearby;
  private final Agenda agenda;

  ModerationController(
      Desk desk,
      Moderation moderation,
      Rounds rounds,
      Opinions opinions,
      Nearby nearby,
      Agenda agenda) {
    this.desk = desk;
    this.moderation = moderation;
    this.rounds = rounds;
    this.opinions = opinions;
    this.nearby = nearby;
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
        .addObject("waiting", moderation.counts(id).getOrDefault(OpinionStatus.SUBMITTED, 0))
        .addObject("last", last(lines, after));
  }

  /** What the ticked ones may be merged into, while it is looked for. */
  @GetMapping("/talks/{id}/day/moderate/into")
  ModelAndView into(@PathVariable long id, Form form, SignedIn me) {
    return desk.page("opinion/into", me, id, DayWork.RECORD)
        .addObject("into", into(id, form))
        .addObject("form", form);
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
        .addObject("into", into(id, form))
        .addObject("form", form);
  }

  /** Opinions to merge into, for the words typed and what is ticked. */
  private List<Opinion> into(long talk, Form form) {
    var ticked =
        form.all("opinion").stream()
            .filter(box -> box.matches(Judgement.TICKED))
            .map(box -> Long.valueOf(box.substring(0, box.indexOf(':'))))
            .collect(Collectors.toSet());
    return nearby.into(talk, form.typed("q"), ticked);
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
    var questions =
        agenda.questions(talk).stream()
            .collect(Collectors.toMap(AgendaItem::id, AgendaItem::title));
    var near = status == OpinionStatus.SUBMITTED ? nearby.to(talk, found) : standing(found);
    return found.stream()
        .map(opinion ->
            new QueueLine(
                opinion,
                opinion.agenda().map(item -> questions.getOrDefault(item, "")).orElse(""),
                near.getOrDefault(opinion.id(), List.of())))
        .toList();
  }

  /** Of merged ones, that which stands for each. */
  private Map<Long, List<String>> standing(List<Opinion> merged) {
    var standing = opinions.standingFor(merged);
    return merged.stream()
        .collect(
            Collectors.toMap(
                Opinion::id,
                one ->
                    one.mergedInto().stream()
                        .flatMap(into -> Stream.ofNullable(standing.get(into)))
                        .map(Opinion::text)
                        .toList()));
  }

  private static long last(List<QueueLine> lines, long after) {
    return lines.isEmpty() ? after : lines.getLast().opinion().id();
  }
}
