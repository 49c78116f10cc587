package org.yueyuetan.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Chooses the language of a page: the one picked with the switch, else that of the account, else
 * Chinese.
 */
@Component("localeResolver")
class Languages implements LocaleResolver {

  static final String COOKIE = "lang";

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

  /** English or Simplified Chinese: there are no others. */
  static Locale of(String tag) {
    return tag.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
  }
}
