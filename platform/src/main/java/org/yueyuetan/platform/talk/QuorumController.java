package org.yueyuetan.platform.talk;

import java.util.LinkedHashMap;
import java.util.Map;
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

/** The page on which staff say how many of each party a talk wants. */
@Controller
class QuorumController {

  private final Talks talks;
  private final Quorums quorums;

  QuorumController(Talks talks, Quorums quorums) {
    this.talks = talks;
    this.quorums = quorums;
  }

  @GetMapping("/talks/{id}/quorum")
  ModelAndView page(@PathVariable long id, SignedIn me) {
    var talk = talks.ongoing(me, id);
    var minimums = quorums.minimums(id);
    var values = new LinkedHashMap<String, Object>();
    minimums.forEach((party, minimum) -> values.put(party.name(), minimum));
    return page(talk, Form.of(values), minimums.toString(), HttpStatus.OK);
  }

  @PostMapping("/talks/{id}/quorum")
  ModelAndView set(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var talk = talks.ongoing(me, id);
    var minimums = Quorums.read(form);
    if (form.hasFaults()) {
      return page(talk, form, form.typed("before"), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      quorums.change(id, form.typed("before"), minimums, me);
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(talk, form, quorums.minimums(id).toString(), HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "talk.done.quorum");
    return new ModelAndView("redirect:/talks/" + id + "#quorum");
  }

  /** {@code before} is what the person was looking at. */
  private static ModelAndView page(Talk talk, Form form, String before, HttpStatus status) {
    var view =
        new ModelAndView("talk/quorum", Map.of("talk", talk, "form", form, "before", before));
    view.setStatus(status);
    return view;
  }
}
