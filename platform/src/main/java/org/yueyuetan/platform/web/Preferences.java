package org.yueyuetan.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.SignedIn;

/** Switches of language and text size. They are kept in cookies, so that visitors have them too. */
@Controller
class Preferences {

  static final String TEXT = "text";

  private static final Duration YEAR = Duration.ofDays(365);

  private final Accounts accounts;

  Preferences(Accounts accounts) {
    this.accounts = accounts;
  }

  @GetMapping("/language")
  String language(
      @RequestParam(defaultValue = "zh") String to,
      @RequestParam(defaultValue = "/") String back,
      HttpServletResponse response) {
    keep(response, Languages.COOKIE, Languages.of(to).getLanguage());
    return "redirect:" + local(back);
  }

  /** Signed in, the choice also becomes the account's: mails to it are written in that language. */
  @PostMapping("/language")
  String language(
      SignedIn me,
      @RequestParam(defaultValue = "zh") String to,
      @RequestParam(defaultValue = "/") String back,
      HttpServletResponse response) {
    accounts.language(me.id(), Languages.of(to));
    return language(to, back, response);
  }

  @GetMapping("/text-size")
  String textSize(
      @RequestParam(defaultValue = "usual") String to,
      @RequestParam(defaultValue = "/") String back,
      HttpServletResponse response) {
    keep(response, TEXT, to.equals("large") ? "large" : "usual");
    return "redirect:" + local(back);
  }

  static void keep(HttpServletResponse response, String name, String value) {
    var cookie =
        ResponseCookie.from(name, value)
            .path("/")
            .maxAge(YEAR)
            .httpOnly(true)
            .sameSite("Lax")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  /** The address, when it lies on this site; else the home page. */
  static String local(String back) {
    var onThisSite =
        back.startsWith("/")
            && !back.startsWith("//")
            && back.chars()
                .noneMatch(c -> c == '\\' || c == '{' || c == '}' || Character.isISOControl(c));
    return onThisSite ? back : "/";
  }
}
