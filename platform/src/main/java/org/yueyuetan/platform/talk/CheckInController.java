package org.yueyuetan.platform.talk;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.talk.CheckIn.Answer;
import org.yueyuetan.platform.talk.CheckIn.Outcome;

/**
 * Check-in on the guest's phone. Opening the scanned address only shows a page; a button checks in.
 */
@Controller
class CheckInController {

  private final CheckIn checkIn;
  private final Talks talks;
  private final List<TalkPart> parts;

  CheckInController(CheckIn checkIn, Talks talks, List<TalkPart> parts) {
    this.checkIn = checkIn;
    this.talks = talks;
    this.parts = List.copyOf(parts);
  }

  @GetMapping("/check-in/{id}")
  ModelAndView scanned(@PathVariable long id, Form form, SignedIn me) {
    return checkIn
        .pass(id, form.typed("t"))
        .map(pass -> page(id, pass, form, me))
        .orElseGet(() -> told(Answer.of(Outcome.EXPIRED), HttpStatus.GONE));
  }

  /** For those who hold an account but are not signed in: the way here leads over the sign-in. */
  @GetMapping("/check-in/{id}/account")
  ModelAndView signedIn(@PathVariable long id, Form form, SignedIn me) {
    var pass = form.typed("pass");
    return checkIn.isGood(id, pass)
        ? page(id, pass, form, me)
        : told(Answer.of(Outcome.EXPIRED), HttpStatus.GONE);
  }

  @PostMapping("/check-in/{id}")
  ModelAndView checkIn(@PathVariable long id, Form form, SignedIn me) {
    var pass = form.typed("pass");
    var byCode = form.ticked("byCode");
    var code = form.typed("code").replace(" ", "");
    var coming = form.ticked("coming");
    if (byCode && !code.matches("[0-9]{6}")) {
      form.reject("code", "talkday.fault.code");
      return checkIn.isGood(id, pass)
          ? unprocessable(page(id, pass, form, me))
          : told(Answer.of(Outcome.EXPIRED), HttpStatus.GONE);
    }
    var answer =
        byCode
            ? checkIn.code(id, pass, code, coming)
            : checkIn.representative(id, pass, me, coming);
    return switch (answer.outcome()) {
      case WRONG_CODE -> {
        form.reject("code", "talkday.outcome.WRONG_CODE");
        yield unprocessable(page(id, pass, form, me));
      }
      case NOT_ANSWERED, SAID_NO, WAITING ->
          told(answer, HttpStatus.OK)
              .addObject("talk", talks.byId(id))
              .addObject("pass", pass)
              .addObject("code", byCode ? code : "");
      case DONE, ALREADY ->
          told(answer, HttpStatus.OK)
              .addObject("talk", talks.byId(id))
              .addObject("parts", parts(id, answer));
      case EXPIRED -> told(answer, HttpStatus.GONE);
      case TOO_MANY_TRIES -> told(answer, HttpStatus.TOO_MANY_REQUESTS);
      case FULL, NOT_INVITED, NOT_OPEN -> told(answer, HttpStatus.CONFLICT);
    };
  }

  private ModelAndView page(long id, String pass, Form form, SignedIn me) {
    var talk = talks.byId(id).orElseThrow();
    var account =
        me.is(Role.REPRESENTATIVE) ? Optional.of(checkIn.lookUp(talk, me)) : Optional.empty();
    return new ModelAndView("talkday/checkIn")
        .addObject("talk", talk)
        .addObject("pass", pass)
        .addObject("account", account)
        .addObject("form", form);
  }

  private List<TalkPart.Line> parts(long id, Answer answer) {
    return talks.byId(id).stream()
        .flatMap(talk -> parts.stream().flatMap(part -> part.ofGuest(talk, answer.pass()).stream()))
        .toList();
  }

  private static ModelAndView told(Answer answer, HttpStatus status) {
    var page =
        new ModelAndView("talkday/checkedIn")
            .addObject("answer", answer)
            .addObject("talk", Optional.<Talk>empty())
            .addObject("parts", List.of())
            .addObject("pass", "")
            .addObject("code", "");
    page.setStatus(status);
    return page;
  }

  private static ModelAndView unprocessable(ModelAndView page) {
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }
}
