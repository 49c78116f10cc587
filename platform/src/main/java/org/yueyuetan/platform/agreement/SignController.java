package org.yueyuetan.platform.agreement;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.Confirmation;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.signature.Credential;
import org.yueyuetan.platform.signature.SigningUnavailable;

/**
 * Signing: on one's own device, or one after another on the tablet of the ceremony (现场签约). Whoever
 * signs confirms with the password; on the tablet with user name and password of their own, and the
 * session stays that of the staff.
 */
@Controller
class SignController {

  private final Desk desk;
  private final Agreements agreements;
  private final Signatures signatures;
  private final Confirmation confirmation;
  private final AgreementPaper paper;
  private final Clock clock;

  SignController(
      Desk desk,
      Agreements agreements,
      Signatures signatures,
      Confirmation confirmation,
      AgreementPaper paper,
      Clock clock) {
    this.desk = desk;
    this.agreements = agreements;
    this.signatures = signatures;
    this.confirmation = confirmation;
    this.paper = paper;
    this.clock = clock;
  }

  // --- one's own device ---

  @GetMapping("/agreements/{id}/sign")
  ModelAndView form(@PathVariable long id, SignedIn me) {
    return page(id, Form.empty(), me, HttpStatus.OK);
  }

  @PostMapping("/agreements/{id}/sign")
  ModelAndView sign(
      @PathVariable long id,
      @RequestParam(name = "certificate", required = false) @Nullable MultipartFile certificate,
      Form form,
      SignedIn me,
      RedirectAttributes redirect)
      throws IOException {
    speaker(id, me);
    var own = own(certificate, form);
    if (!form.hasFaults()) {
      confirmed(form, me.username()).ifPresent(person -> attempt(id, form, own, person));
    }
    if (form.hasFaults()) {
      return page(id, form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    redirect.addFlashAttribute("done", "agreement.done.sign");
    return new ModelAndView("redirect:/agreements/" + id);
  }

  @PostMapping("/agreements/{id}/decline")
  ModelAndView decline(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    speaker(id, me);
    var reason = form.required("declineReason", AgreementController.REASON);
    if (!form.hasFaults()) {
      try {
        agreements.decline(id, reason, me);
      } catch (IllegalMove late) {
        form.rejectAll("agreement.fault.late");
      } catch (Refused refused) {
        form.rejectAll(refused.key());
      }
    }
    if (form.hasFaults()) {
      return page(id, form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    redirect.addFlashAttribute("done", "agreement.done.decline");
    return new ModelAndView("redirect:/agreements/" + id);
  }

  private Optional<Credential> own(@Nullable MultipartFile certificate, Form form)
      throws IOException {
    if (certificate == null || certificate.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Credential.fromPkcs12(
              certificate.getBytes(),
              form.untrimmed("certificatePassword").toCharArray(),
              clock.instant()));
    } catch (Credential.Unusable unusable) {
      form.reject("certificate", unusable.key());
      return Optional.empty();
    }
  }

  private Agreement speaker(long id, SignedIn me) {
    var agreement = desk.find(me, id);
    if (desk.party(me, agreement).isEmpty()) {
      throw new NotFound("agreement to sign", id);
    }
    return agreement;
  }

  private ModelAndView page(long id, Form form, SignedIn me, HttpStatus status) {
    var agreement = speaker(id, me);
    var page =
        new ModelAndView("agreement/sign")
            .addObject("agreement", agreement)
            .addObject("party", desk.party(me, agreement).orElseThrow())
            .addObject("form", form);
    page.setStatus(status);
    return page;
  }

  // --- the ceremony ---

  @GetMapping("/agreements/{id}/ceremony")
  ModelAndView ceremony(@PathVariable long id, SignedIn me) {
    return ceremony(id, Form.empty(), me, HttpStatus.OK);
  }

  @PostMapping("/agreements/{id}/ceremony")
  ModelAndView signThere(
      @PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    inCharge(id, me);
    var username = form.required("username", 60);
    if (!form.hasFaults()) {
      confirmed(form, username).ifPresent(person -> attemptThere(id, form, person));
    }
    if (form.hasFaults()) {
      return ceremony(id, form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    redirect.addFlashAttribute("done", "agreement.done.sign");
    return new ModelAndView("redirect:/agreements/" + id + "/ceremony");
  }

  private void attemptThere(long id, Form form, SignedIn person) {
    if (person.mustChangePassword()) {
      form.reject("password", "agreement.fault.firstPassword");
    } else if (agreements
        .find(person, id)
        .flatMap(agreement -> desk.party(person, agreement))
        .isEmpty()) {
      form.reject("username", "agreement.fault.notAPartyThere");
    } else {
      attempt(id, form, Optional.empty(), person);
    }
  }

  @GetMapping("/agreements/{id}/screen")
  ModelAndView screen(@PathVariable long id, SignedIn me) {
    return screen("agreement/screen", id, me);
  }

  @GetMapping("/agreements/{id}/screen/now")
  ModelAndView screenNow(@PathVariable long id, SignedIn me) {
    return screen("agreement/screenNow", id, me);
  }

  private ModelAndView screen(String view, long id, SignedIn me) {
    var agreement = inCharge(id, me);
    return new ModelAndView(view)
        .addObject("agreement", agreement)
        .addObject("address", paper.address(agreement));
  }

  private Agreement inCharge(long id, SignedIn me) {
    var agreement = desk.find(me, id);
    if (!desk.staff(me, agreement)) {
      throw new NotFound("agreement", id);
    }
    return agreement;
  }

  private ModelAndView ceremony(long id, Form form, SignedIn me, HttpStatus status) {
    var page =
        new ModelAndView("agreement/ceremony")
            .addObject("agreement", inCharge(id, me))
            .addObject("form", form);
    page.setStatus(status);
    return page;
  }

  // --- both ---

  private Optional<SignedIn> confirmed(Form form, String username) {
    var password = form.untrimmed("password");
    if (password.isEmpty()) {
      form.reject("password", "form.required");
      return Optional.empty();
    }
    try {
      return Optional.of(confirmation.person(username, password));
    } catch (Confirmation.Refused refused) {
      form.reject("password", "agreement.fault.password");
      return Optional.empty();
    }
  }

  private void attempt(long id, Form form, Optional<Credential> own, SignedIn person) {
    try {
      signatures.sign(id, form.typed("sha256"), own, person);
    } catch (EditedElsewhere stale) {
      form.rejectAll("agreement.fault.stale");
    } catch (IllegalMove late) {
      form.rejectAll("agreement.fault.late");
    } catch (Refused refused) {
      form.rejectAll(refused.key());
    } catch (SigningUnavailable unavailable) {
      form.rejectAll(unavailable.key());
    }
  }
}
