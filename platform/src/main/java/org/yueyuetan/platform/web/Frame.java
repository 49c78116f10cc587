package org.yueyuetan.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.LocaleResolver;
import org.yueyuetan.platform.account.SignedIn;

/** Gives every page its {@link Ui}. */
@Component
@ControllerAdvice
class Frame {

  private final MessageSource words;
  private final LocaleResolver languages;
  private final Assets assets;
  private final Doors doors;
  private final ObjectProvider<Clock> clock;

  Frame(
      MessageSource words,
      LocaleResolver languages,
      Assets assets,
      Doors doors,
      ObjectProvider<Clock> clock) {
    this.words = words;
    this.languages = languages;
    this.assets = assets;
    this.doors = doors;
    this.clock = clock;
  }

  @ModelAttribute("ui")
  Ui ui(HttpServletRequest request) {
    var locale = languages.resolveLocale(request);
    return new Ui(
        request,
        person(request),
        locale,
        new Dates(clock.getObject(), locale),
        new House("", "", false),
        words,
        assets,
        doors,
        () -> 0);
  }

  private static SignedIn person(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof Authentication authentication
            && authentication.getPrincipal() instanceof SignedIn me
        ? me
        : SignedIn.visitor();
  }
}
