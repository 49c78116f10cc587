package org.yueyuetan.platform.disposition;

import java.util.Optional;
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
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.talk.RoomPass;

/** What became of a guest's own opinions, by the link to the room: no account is needed to rate. */
@Controller
class AuthorController {

  private final Register register;
  private final Dispositions dispositions;
  private final Citations citations;
  private final RoomPass pass;

  AuthorController(
      Register register, Dispositions dispositions, Citations citations, RoomPass pass) {
    this.register = register;
    this.dispositions = dispositions;
    this.citations = citations;
    this.pass = pass;
  }

  @GetMapping("/room/{token}/answers")
  ModelAndView list(@PathVariable String token, Form asked) {
    return page(token, asked.id("rate"), Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/room/{token}/answers/{opinion}")
  ModelAndView rate(
      @PathVariable String token,
      @PathVariable long opinion,
      Form form,
      RedirectAttributes redirect) {
    var author = new Author.Guest(guest(token));
    var matter =
        register.saidBy(author, opinion).orElseThrow(() -> new NotFound("own opinion", opinion));
    var verdict = VerdictDraft.read(form, matter);
    if (form.hasFaults()) {
      return page(token, Optional.of(opinion), form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      dispositions.rate(author, opinion, form.version(), verdict.rating(), verdict.remark());
    } catch (EditedElsewhere | IllegalMove late) {
      form.rejectAll("disposition.fault.late");
      return page(token, Optional.of(opinion), form, HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "disposition.done.rate");
    return new ModelAndView("redirect:/room/" + token + "/answers");
  }

  /** One answer is rated at a time: the one asked for, else the first that waits for it. */
  private ModelAndView page(String token, Optional<Long> asked, Form form, HttpStatus status) {
    var own = register.ofGuest(guest(token));
    var first =
        own.stream()
            .filter(
                matter -> matter.disposition().filter(d -> d.status().awaitsRating()).isPresent())
            .map(Matter::id)
            .findFirst();
    var page =
        new ModelAndView("disposition/own")
            .addObject("token", token)
            .addObject("matters", own)
            .addObject("cited", citations.of(SignedIn.visitor(), own))
            .addObject("rated", asked.or(() -> first).orElse(0L))
            .addObject("form", form);
    page.setStatus(status);
    return page;
  }

  private long guest(String token) {
    return pass.invitation(token).orElseThrow(() -> new NotFound("room", token));
  }
}
