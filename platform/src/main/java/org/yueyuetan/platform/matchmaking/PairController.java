package org.yueyuetan.platform.matchmaking;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;

/** Who is to meet whom: taken over from wishes and selections, or picked by hand. */
@Controller
class PairController {

  private static final int SUBJECT = 60;

  private final Matchmaking matchmaking;

  PairController(Matchmaking matchmaking) {
    this.matchmaking = matchmaking;
  }

  @GetMapping("/talks/{id}/matchmaking/pairs")
  ModelAndView list(@PathVariable long id, SignedIn me) {
    return page(me, id, Form.empty(), HttpStatus.OK);
  }

  @PostMapping("/talks/{id}/matchmaking/pairs")
  ModelAndView add(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var one = form.chosen("one");
    var other = form.chosen("other");
    var subject = form.required("subject", SUBJECT);
    if (!form.hasFaults()) {
      try {
        matchmaking.pair(me, id, one, other, subject);
        redirect.addFlashAttribute("done", "matchmaking.done.paired");
        return back(id);
      } catch (Refused refused) {
        form.reject(refused.field(), refused.key());
      }
    }
    return page(me, id, form, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @PostMapping("/talks/{id}/matchmaking/pairs/take")
  ModelAndView take(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    form.choice("source", Source.class).ifPresent(source -> matchmaking.take(me, id, source));
    redirect.addFlashAttribute("done", "matchmaking.done.taken");
    return back(id);
  }

  @PostMapping("/talks/{id}/matchmaking/pairs/{pair}/drop")
  ModelAndView drop(
      @PathVariable long id, @PathVariable long pair, SignedIn me, RedirectAttributes redirect) {
    matchmaking.move(me, id, pair, PairStatus.Event.DROP);
    redirect.addFlashAttribute("done", "matchmaking.done.dropped");
    return back(id);
  }

  @PostMapping("/talks/{id}/matchmaking/pairs/{pair}/restore")
  ModelAndView restore(
      @PathVariable long id, @PathVariable long pair, SignedIn me, RedirectAttributes redirect) {
    matchmaking.move(me, id, pair, PairStatus.Event.ADD);
    redirect.addFlashAttribute("done", "matchmaking.done.paired");
    return back(id);
  }

  private ModelAndView page(SignedIn me, long id, Form form, HttpStatus status) {
    var talk = matchmaking.open(me, id);
    var page =
        new ModelAndView("matchmaking/pairs")
            .addObject("talk", talk)
            .addObject("pairs", matchmaking.pairs(talk))
            .addObject("units", matchmaking.units(talk))
            .addObject("proposals", matchmaking.proposals(me, talk))
            .addObject(
                "mayRun", matchmaking.mayRun(me, talk) && matchmaking.afternoon(talk).isPresent())
            .addObject("form", form);
    page.setStatus(status);
    return page;
  }

  private static ModelAndView back(long id) {
    return new ModelAndView("redirect:/talks/" + id + "/matchmaking/pairs");
  }
}
