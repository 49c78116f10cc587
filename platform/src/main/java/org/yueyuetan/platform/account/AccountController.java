package org.yueyuetan.platform.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.region.Regions;

/**
 * The list of accounts, opened by the system administrator, given rights by the security
 * administrator.
 */
@Controller
class AccountController {

  private static final int PAGE = 50;

  private final Accounts accounts;
  private final Passwords passwords;
  private final OrganizationDirectory organizations;
  private final Regions regions;
  private final Audit audit;

  AccountController(
      Accounts accounts,
      Passwords passwords,
      OrganizationDirectory organizations,
      Regions regions,
      Audit audit) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.organizations = organizations;
    this.regions = regions;
    this.audit = audit;
  }

  @GetMapping("/accounts")
  ModelAndView list(Form form) {
    var role = form.choice("role", Role.class);
    var found = accounts.list(form.text("q", 60), role, form.id("after"), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    return new ModelAndView(
        "account/list",
        Map.of(
            "accounts",
            shown,
            "waiting",
            accounts.waitingForRights(),
            "form",
            form,
            "next",
            found.size() > PAGE ? Optional.of(shown.getLast().id()) : Optional.empty()));
  }

  /** Everybody whom the system administrator opened an account for an organization. */
  @PostMapping("/accounts/representatives")
  String grantWaiting(SignedIn me, RedirectAttributes redirect) {
    redirect.addFlashAttribute("doneArgs", List.of(accounts.grantWaiting(me.id())));
    redirect.addFlashAttribute("done", "account.waiting.granted");
    return "redirect:/accounts";
  }

  @GetMapping("/accounts/new")
  ModelAndView fresh() {
    return new ModelAndView("account/new", Map.of("form", Form.empty()));
  }

  @PostMapping("/accounts")
  ModelAndView create(Form form, RedirectAttributes redirect) {
    var account = NewAccount.read(form);
    if (!form.hasFaults() && accounts.byUsername(account.username()).isPresent()) {
      form.reject("username", "account.username.taken", account.username());
    }
    if (!form.hasFaults()) {
      try {
        var initial = passwords.initial();
        var id = accounts.create(account, initial, false);
        redirect.addFlashAttribute("initialPassword", initial);
        redirect.addFlashAttribute("done", "account.created");
        return new ModelAndView("redirect:/accounts/" + id);
      } catch (DuplicateKeyException somebodyWasFaster) {
        form.reject("username", "account.username.taken", account.username());
      }
    }
    var page = new ModelAndView("account/new", Map.of("form", form));
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  @GetMapping("/accounts/{id}")
  ModelAndView show(@PathVariable long id, SignedIn me) {
    var account = existing(id);
    if (me.is(Role.SYSTEM_ADMIN)) {
      audit.opened("account", id);
    }
    return page(account, details(account), rights(account), HttpStatus.OK);
  }

  @PostMapping("/accounts/{id}")
  ModelAndView change(@PathVariable long id, Form form, RedirectAttributes redirect) {
    var account = existing(id);
    var details =
        new NewAccount(
            account.username(),
            form.required("name", 40),
            form.email("email"),
            form.phone("phone"),
            account.sample());
    if (form.hasFaults()) {
      return page(account, form, rights(account), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      accounts.change(id, details, form.version());
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(existing(id), form, rights(account), HttpStatus.CONFLICT);
    }
    redirect.addFlashAttribute("done", "account.saved");
    return new ModelAndView("redirect:/accounts/" + id);
  }

  @PostMapping("/accounts/{id}/rights")
  ModelAndView grant(@PathVariable long id, Form form, SignedIn me, RedirectAttributes redirect) {
    var account = existing(id);
    var typedOrganization = form.text("organization", 100);
    var organization =
        typedOrganization.isEmpty()
            ? Optional.<Long>empty()
            : organizations.find(typedOrganization);
    if (!typedOrganization.isEmpty() && organization.isEmpty()) {
      form.reject("organization", "account.organization.unknown", typedOrganization);
    }
    var region = form.text("region", 12);
    if (!region.isEmpty() && regions.find(region).isEmpty()) {
      form.reject("region", "form.choice", region);
    }
    var rights =
        new Rights(
            java.util.Set.copyOf(form.choices("roles", Role.class)),
            organization,
            region.isEmpty() ? Optional.empty() : Optional.of(region),
            form.text("department", 60));
    if (form.fault("organization").isEmpty()) {
      rights.check(form);
    }
    if (id == me.id()) {
      form.reject("roles", "account.rights.notOneself");
    }
    if (form.hasFaults()) {
      return page(account, details(account), form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      accounts.grant(id, rights, me.id(), form.version());
    } catch (EditedElsewhere stale) {
      form.rejectAll("form.editedElsewhere");
      return page(existing(id), details(account), form, HttpStatus.CONFLICT);
    } catch (LastAdministrator last) {
      form.reject(
          "roles", "account.rights.lastAdministrator", "{account.role." + last.role() + "}");
      return page(account, details(account), form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    redirect.addFlashAttribute("done", "account.granted");
    return new ModelAndView("redirect:/accounts/" + id);
  }

  @PostMapping("/accounts/{id}/reset")
  String reset(@PathVariable long id, RedirectAttributes redirect) {
    redirect.addFlashAttribute("initialPassword", accounts.resetPassword(id));
    return "redirect:/accounts/" + id;
  }

  @PostMapping("/accounts/{id}/disable")
  String disable(@PathVariable long id, RedirectAttributes redirect) {
    accounts.disable(id, true);
    redirect.addFlashAttribute("done", "account.disabled");
    return "redirect:/accounts/" + id;
  }

  @PostMapping("/accounts/{id}/enable")
  String enable(@PathVariable long id, RedirectAttributes redirect) {
    accounts.disable(id, false);
    redirect.addFlashAttribute("done", "account.enabled");
    return "redirect:/accounts/" + id;
  }

  private ModelAndView page(Account account, Form details, Form rights, HttpStatus status) {
    var page =
        new ModelAndView(
            "account/account",
            Map.of(
                "account",
                account,
                "details",
                details,
                "rights",
                rights,
                "locked",
                account.lockedAt(accounts.instant()),
                "organization",
                account.organizationId().flatMap(organizations::name),
                "regions",
                regions.all()));
    page.setStatus(status);
    return page;
  }

  private static Form details(Account account) {
    return Form.of(
        Map.of("name", account.name(), "email", account.email(), "phone", account.phone()));
  }

  private Form rights(Account account) {
    var typed = new LinkedHashMap<String, Object>();
    typed.put("roles", List.copyOf(account.roles()));
    account
        .organizationId()
        .flatMap(organizations::name)
        .ifPresent(name -> typed.put("organization", name));
    account.regionCode().ifPresent(code -> typed.put("region", code));
    typed.put("department", account.department());
    return Form.of(typed);
  }

  private Account existing(long id) {
    return accounts.find(id).orElseThrow(() -> new NotFound("account", id));
  }
}
