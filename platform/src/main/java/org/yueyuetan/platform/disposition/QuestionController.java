package org.yueyuetan.platform.disposition;

import java.util.LinkedHashMap;
import java.util.List;
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
import org.yueyuetan.platform.opinion.RoundStatus;
import org.yueyuetan.platform.opinion.Rounds;
import org.yueyuetan.platform.policy.Policies;
import org.yueyuetan.platform.talk.Agenda;
import org.yueyuetan.platform.talk.Commitments;
import org.yueyuetan.platform.talk.DayWork;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.TalkStatus;
import org.yueyuetan.platform.talk.Talks;

/** The questions of a talk: what each party said, what was agreed, and what came of it. */
@Controller
class QuestionController {

  private static final int CONCLUSION = 1000;

  /** Of each party to each question; the list of opinions has the others. */
  private static final int MOST = 6;

  private final Talks talks;
  private final Agenda agenda;
  private final Questions questions;
  private final Register register;
  private final Departments departments;
  private final Commitments commitments;
  private final Policies policies;
  private final Rounds rounds;

  QuestionController(
      Talks talks,
      Agenda agenda,
      Questions questions,
      Register register,
      Departments departments,
      Commitments commitments,
      Policies policies,
      Rounds rounds) {
    this.talks = talks;
    this.agenda = agenda;
    this.questions = questions;
    this.register = register;
    this.departments = departments;
    this.commitments = commitments;
    this.policies = policies;
    this.rounds = rounds;
  }

  /** With {@code edit} the conclusion of that question is open for writing. */
  @GetMapping("/talks/{id}/questions")
  ModelAndView show(@PathVariable long id, Form asked, SignedIn me) {
    return page(me, id, asked.id("edit").orElse(0L), Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/talks/{id}/questions/{item}")
  ModelAndView conclude(
      @PathVariable long id,
      @PathVariable long item,
      Form form,
      SignedIn me,
      RedirectAttributes redirect) {
    talks.inCharge(me, id);
    var conclusion = form.text("conclusion", CONCLUSION);
    if (form.hasFaults()) {
      return page(me, id, item, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      agenda.conclude(id, item, form.version(), conclusion, me);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(me, id, item, form, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "disposition.done.concluded");
    return new ModelAndView("redirect:/talks/" + id + "/questions#question-" + item);
  }

  private ModelAndView page(SignedIn me, long id, long edited, Form form, HttpStatus status) {
    var talk =
        talks
            .find(me.scope(), id)
            .filter(one -> isOpen(me, one))
            .orElseThrow(() -> new NotFound("questions of talk", id));
    var staff = talks.mayReadAll(me, talk);
    var spoken = register.spoken(departments.reader(me), id, MOST);
    var cited = new LinkedHashMap<Long, List<String>>();
    policies
        .citing(Policies.reach(me), spoken.said().stream().map(Matter::id).toList())
        .forEach(one ->
            cited.merge(
                one.opinion(), List.of("《" + one.title() + "》" + one.clause()), Questions::both));
    var page =
        new ModelAndView("disposition/questions")
            .addObject("talk", talk)
            .addObject("questions", questions.of(talk, spoken))
            .addObject("others", questions.others(spoken))
            .addObject("tables", questions.tables(talk, spoken))
            .addObject("cited", cited)
            .addObject(
                "commitments",
                staff ? commitments.ofTalk(me.scope(), id) : commitments.published(id))
            .addObject("documents", policies.ofTalk(Policies.reach(me), id))
            .addObject("staff", staff)
            .addObject(
                "anonymous", rounds.of(id).anonymous() && rounds.of(id).status() != RoundStatus.NEW)
            .addObject("concluded", staff || talk.status() == TalkStatus.CLOSED)
            .addObject(
                "mayConclude", talks.mayRun(me, talk) && DayWork.CONCLUDE.allowedIn(talk.status()))
            .addObject("edited", edited)
            .addObject("form", form);
    page.setStatus(status);
    return page;
  }

  /** From the follow-up on for everyone, for staff as soon as there are questions. */
  boolean isOpen(SignedIn me, Talk talk) {
    return questions.asked(talk.id())
        && (talks.mayReadAll(me, talk) || talk.status().publishesOpinions());
  }
}
