package org.yueyuetan.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;
import org.yueyuetan.platform.account.Account;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.SignedIn;

/**
 * Chooses the language of a page: the one picked with the switch, else that of the account, else
 * Chinese.
 */
@Component("localeResolver")
class Languages implements LocaleResolver {

  static final String COOKIE = "lang";

  private final Accounts accounts;

  Languages(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    var cookie = WebUtils.getCookie(request, COOKIE);
    return cookie == null ? Locale.SIMPLIFIED_CHINESE : of(cookie.getValue());
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    if (response != null && locale != null) {
      Preferences.keep(response, COOKIE, locale.getLanguage());
    }
  }

  /** Who signs in on a browser that has no choice yet gets the account's language. */
  @EventListener
  void signedIn(InteractiveAuthenticationSuccessEvent event) {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
        && now.getResponse() != null
        && WebUtils.getCookie(now.getRequest(), COOKIE) == null
        && event.getAuthentication().getPrincipal() instanceof SignedIn me) {
      accounts
          .find(me.id())
          .map(Account::language)
          .ifPresent(l -> setLocale(now.getRequest(), now.getResponse(), l));
    }
  }

  /** English or Simplified Chinese: there are no others. */
  static Locale of(String tag) {
    return tag.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
  }
}
