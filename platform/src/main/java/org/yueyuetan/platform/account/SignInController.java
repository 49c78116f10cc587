package org.yueyuetan.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.form.Form;

/**
 * Sign-in page, own password, sign-out everywhere. Signing in itself is done by Spring Security.
 */
@Controller
class SignInController {

  /** So many of the demo's accounts are offered on the sign-in page. */
  private static final int SAMPLES = 12;

  private final Accounts accounts;
  private final Passwords passwords;
  private final DemoAccess demo;
  private final Settings settings;

  SignInController(Accounts accounts, Passwords passwords, DemoAccess demo, Settings settings) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.demo = demo;
    this.settings = settings;
  }

  @GetMapping("/sign-in")
  String signIn(SignedIn me, Form form, Model model) {
    if (!me.isVisitor()) {
      return "redirect:/";
    }
    model.addAttribute("form", form);
    model.addAttribute(
        "samples", demo.password().isEmpty() ? List.of() : accounts.samples(SAMPLES));
    model.addAttribute("samplePassword", demo.password());
    model.addAttribute("lockMinutes", settings.number(Setting.LOCK_MINUTES));
    return "account/sign-in";
  }

  @GetMapping("/password")
  ModelAndView password(SignedIn me) {
    return passwordPage(me, Form.empty());
  }

  @PostMapping("/password")
  ModelAndView changePassword(
      SignedIn me,
      Form form,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var current = form.untrimmed("current");
    var password = passwords.read(form, "password", me.username());
    if (!accounts.passwordIs(me.id(), current)) {
      form.reject("current", "account.password.wrong");
    } else if (current.equals(password)) {
      form.reject("password", "account.password.same");
    }
    if (form.hasFaults()) {
      return passwordPage(me, form);
    }
    accounts.choosePassword(me.id(), password);
    signInAgain(me.id(), request, response);
    redirect.addFlashAttribute("done", "account.password.changed");
    return new ModelAndView("redirect:/");
  }

  @PostMapping("/sign-out-everywhere")
  String signOutEverywhere(SignedIn me) {
    accounts.signOutEverywhere(me);
    SecurityContextHolder.clearContext();
    return "redirect:/sign-in";
  }

  /** All sessions have ended, this one too: a fresh one goes on for the person at the keyboard. */
  private void signInAgain(long id, HttpServletRequest request, HttpServletResponse response) {
    request.getSession().invalidate();
    Security.endWhenIdle(request, settings);
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        PasswordSignIn.authenticated(accounts.signedIn(accounts.find(id).orElseThrow())));
    SecurityContextHolder.setContext(context);
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
  }

  private static ModelAndView passwordPage(SignedIn me, Form form) {
    var page = new ModelAndView("account/password");
    page.addObject("form", form);
    page.addObject("due", me.mustChangePassword());
    if (form.hasFaults()) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }
}
