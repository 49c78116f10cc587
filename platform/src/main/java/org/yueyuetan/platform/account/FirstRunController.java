package org.yueyuetan.platform.account;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.region.Region;
import org.yueyuetan.platform.region.Regions;

/**
 * The first page of an empty installation. It makes the two administrators that nothing else could
 * make: one creates accounts, the other grants rights, so that no single person can do both (三员分立).
 */
@Controller
class FirstRunController {

  private final FirstRun firstRun;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Settings settings;
  private final Regions regions;
  private final TransactionTemplate transaction;

  FirstRunController(
      FirstRun firstRun,
      Accounts accounts,
      Passwords passwords,
      Settings settings,
      Regions regions,
      TransactionTemplate transaction) {
    this.firstRun = firstRun;
    this.accounts = accounts;
    this.passwords = passwords;
    this.settings = settings;
    this.regions = regions;
    this.transaction = transaction;
  }

  @GetMapping("/first-run")
  ModelAndView page() {
    return firstRun.pending() ? show(Form.empty()) : new ModelAndView("redirect:/");
  }

  @PostMapping("/first-run")
  ModelAndView create(Form form, RedirectAttributes redirect) {
    if (!firstRun.pending()) {
      return new ModelAndView("redirect:/");
    }
    var bureau = form.required("bureau", 60);
    var region = form.required("region", 12);
    if (!region.isEmpty() && regions.find(region).isEmpty()) {
      form.reject("region", "form.choice", region);
    }
    var username = form.required("username", 40);
    var administrator = NewAccount.read(form);
    var password = passwords.read(form, "password", username);
    var securityUsername = form.required("securityUsername", 40);
    var securityName = form.required("securityName", 40);
    if (!securityUsername.isEmpty() && !NewAccount.isUsername(securityUsername)) {
      form.reject("securityUsername", "account.username.shape");
    }
    if (!username.isEmpty() && username.equalsIgnoreCase(securityUsername)) {
      form.reject("securityUsername", "account.firstRun.twoPeople");
    }
    if (!form.hasFaults() && !firstRun.codeIs(form.typed("code"))) {
      form.reject("code", "account.firstRun.wrongCode");
    }
    if (form.hasFaults()) {
      return show(form);
    }
    var initial = passwords.initial();
    transaction.executeWithoutResult(nothing -> {
      settings.change(Setting.BUREAU_NAME, bureau, 0);
      settings.change(Setting.HOME_REGION, region, 0);
      settings.change(Setting.CITY_NAME, regions.find(region).map(Region::name).orElse(""), 0);
      var system = accounts.create(administrator, password, true);
      accounts.grant(system, Rights.only(Role.SYSTEM_ADMIN), system, 0);
      var security =
          accounts.create(
              new NewAccount(securityUsername, securityName, "", "", false), initial, false);
      accounts.grant(security, Rights.only(Role.SECURITY_ADMIN), system, 0);
    });
    redirect.addFlashAttribute("secondUsername", securityUsername);
    redirect.addFlashAttribute("secondPassword", initial);
    return new ModelAndView("redirect:/sign-in");
  }

  private ModelAndView show(Form form) {
    var page = new ModelAndView("account/first-run");
    page.addObject("form", form);
    page.addObject(
        "regions",
        regions.all().stream()
            .filter(r -> r.level() == Region.Level.CITY || r.level() == Region.Level.COUNTY)
            .toList());
    if (form.hasFaults()) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }
}
