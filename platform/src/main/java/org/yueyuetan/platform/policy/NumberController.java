package org.yueyuetan.platform.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;

/** The register of numbers (发文登记). */
@Controller
class NumberController {

  private static final int PAGE = 100;
  private static final int MOST_NUMBER = 99_999;

  private final DocumentNumbers numbers;
  private final Settings settings;
  private final Clock clock;

  NumberController(DocumentNumbers numbers, Settings settings, Clock clock) {
    this.numbers = numbers;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping("/policies/numbers")
  ModelAndView list(Form form, SignedIn me) {
    return page(form, me, HttpStatus.OK);
  }

  @PostMapping("/policies/numbers")
  ModelAndView enter(Form form, SignedIn me, RedirectAttributes redirect) {
    var region = region(me);
    var code = code(form, region);
    var year = year(form);
    var from = form.need("from", form.whole("from", 1, MOST_NUMBER), 1);
    var until = form.whole("until", 1, MOST_NUMBER).orElse(from);
    var title = form.required("subject", 120);
    var dated = form.need("dated", form.date("dated"), LocalDate.now(clock));
    if (until < from || until - from >= DocumentNumbers.MOST_AT_ONCE) {
      form.reject("until", "policy.fault.range", String.valueOf(DocumentNumbers.MOST_AT_ONCE));
    }
    if (form.fault("dated").isEmpty() && dated.isAfter(LocalDate.now(clock))) {
      form.reject("dated", "policy.fault.future");
    } else if (form.fault("dated").isEmpty() && dated.getYear() != year) {
      form.reject("dated", "policy.fault.year", String.valueOf(year));
    }
    if (!form.hasFaults() && !numbers.enter(code, year, from, until, title, dated, region, me)) {
      form.reject("from", "policy.fault.gap", String.valueOf(numbers.next(code, year)));
    }
    if (form.hasFaults()) {
      return page(form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    redirect.addFlashAttribute("done", "policy.done.entered");
    return back(code, year, redirect);
  }

  @PostMapping("/policies/numbers/void")
  ModelAndView giveUp(Form form, SignedIn me, RedirectAttributes redirect) {
    var code = form.text("code", 12);
    var year = year(form);
    var number = form.need("number", form.whole("number", 1, MOST_NUMBER), 1);
    var reason = form.required("reason", 300);
    if (form.hasFaults()) {
      return page(form, me, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    numbers.giveUp(me.scope(), code, year, number, reason);
    redirect.addFlashAttribute("done", "policy.done.voided");
    return back(code, year, redirect);
  }

  private ModelAndView page(Form form, SignedIn me, HttpStatus status) {
    var codes =
        Stream.concat(numbers.codes(me.scope()).stream(), own(me).stream()).distinct().toList();
    var code =
        form.typed("code").isEmpty() && !codes.isEmpty() ? codes.getFirst() : form.typed("code");
    var year = form.whole("year", 2000, 2999).orElse(LocalDate.now(clock).getYear());
    var found = numbers.of(me.scope(), code, year, form.whole("after", 1, MOST_NUMBER), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    var model = new LinkedHashMap<String, Object>();
    model.put("form", form);
    model.put("codes", codes);
    model.put("code", code);
    model.put("year", year);
    model.put(
        "years",
        Stream.concat(
                Stream.of(LocalDate.now(clock).getYear()), numbers.years(me.scope(), code).stream())
            .distinct()
            .toList());
    model.put("numbers", shown);
    model.put("following", numbers.next(code, year));
    model.put("after", found.size() > PAGE ? shown.getLast().number() : 0);
    var page = new ModelAndView("policy/numbers", model);
    page.setStatus(status);
    return page;
  }

  private String code(Form form, String region) {
    var code = form.required("code", 12);
    if (!code.isEmpty() && !DocumentNumbers.CODE.matcher(code).matches()) {
      form.reject("code", "policy.fault.code", code);
    } else if (!numbers.free(code, region)) {
      form.reject("code", "policy.fault.codeTaken", code);
    }
    return code;
  }

  private int year(Form form) {
    var now = LocalDate.now(clock).getYear();
    return form.need("year", form.whole("year", 2000, now), now);
  }

  /** The house's own code is offered to the bureau before its first number is given out. */
  private List<String> own(SignedIn me) {
    return me.scope() instanceof Scope.Region(var prefix)
            && settings.get(Setting.HOME_REGION).startsWith(prefix)
        ? List.of(settings.get(Setting.DOCUMENT_CODE))
        : List.of();
  }

  private static String region(SignedIn me) {
    if (me.scope() instanceof Scope.Region(var prefix)) {
      return (prefix + "000000000000").substring(0, 12);
    }
    throw new NotFound("region of", me.id());
  }

  private static ModelAndView back(String code, int year, RedirectAttributes redirect) {
    redirect.addAttribute("code", code);
    redirect.addAttribute("year", year);
    return new ModelAndView("redirect:/policies/numbers");
  }
}
