package org.yueyuetan.platform.talk;

import java.util.HashMap;
import java.util.LinkedHashMap;
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

/** Follow-up of a talk (后续跟踪): promises, conclusion, answers to the needs, and the end of it. */
@Controller
class FollowUpController {

  static final int CONCLUSION = 2000;
  static final int ANSWER = 1000;

  private final Desk desk;
  private final FollowUp followUp;
  private final Commitments commitments;

  FollowUpController(Desk desk, FollowUp followUp, Commitments commitments) {
    this.desk = desk;
    this.followUp = followUp;
    this.commitments = commitments;
  }

  @GetMapping("/talks/{id}/follow-up")
  ModelAndView show(@PathVariable long id, SignedIn me) {
    var talk = desk.open(me, id);
    return page(me, talk, stored(talk), HttpStatus.OK);
  }

  @PostMapping("/talks/{id}/follow-up")
  ModelAndView save(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = desk.open(me, id);
    var conclusion = form.text("conclusion", CONCLUSION);
    var answers = new HashMap<Long, String>();
    for (var need : followUp.needsOf(talk)) {
      if (need.isWaiting()) {
        answers.put(need.need(), form.text("answer-" + need.need(), ANSWER));
      }
    }
    var version = form.version();
    if (form.hasFaults()) {
      return page(me, talk, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      followUp.conclude(me, id, version, conclusion, answers);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(me, desk.open(me, id), form, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "talkday.conclude.done");
    return new ModelAndView("redirect:/talks/" + id + "/follow-up");
  }

  @PostMapping("/talks/{id}/follow-up/close")
  ModelAndView close(@PathVariable long id, SignedIn me, RedirectAttributes redirect) {
    var talk = desk.open(me, id);
    var obstacles = followUp.obstacles(talk);
    var unfinished = followUp.unfinished(talk);
    if (!(obstacles.isEmpty() && unfinished.isEmpty()) && talk.status().allows(TalkMove.CLOSE)) {
      var form = stored(talk);
      obstacles.forEach(obstacle -> form.rejectAll("talkday.obstacle." + obstacle));
      unfinished.forEach(line ->
          form.rejectAll(
              line.key(), line.args().stream().map(String::valueOf).toArray(String[]::new)));
      return page(me, talk, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    followUp.close(me, id);
    redirect.addFlashAttribute("done", "talkday.close.done");
    return new ModelAndView("redirect:/talks/" + id);
  }

  /** A need without an answer of its own is offered the conclusion: saving takes it over. */
  private Form stored(Talk talk) {
    var stored = new LinkedHashMap<String, Object>();
    stored.put("conclusion", talk.conclusion());
    for (var need : followUp.needsOf(talk)) {
      stored.put("answer-" + need.need(), need.isAnswered() ? need.answer() : talk.conclusion());
    }
    return Form.of(stored);
  }

  private ModelAndView page(SignedIn me, Talk talk, Form form, HttpStatus status) {
    return desk.page("talkday/followUp", me, talk.id(), DayWork.CONCLUDE, status)
        .addObject("commitments", commitments.ofTalk(me.scope(), talk.id()))
        .addObject("needs", followUp.needsOf(talk))
        .addObject("obstacles", followUp.obstacles(talk))
        .addObject("unfinished", followUp.unfinished(talk))
        .addObject("form", form);
  }
}
