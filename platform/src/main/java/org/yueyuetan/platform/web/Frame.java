package org.yueyuetan.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.LocaleResolver;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.notice.Notices;

/** Gives every page its {@link Ui}. */
@Component
@ControllerAdvice
class Frame {

  private static final List<Setting> OFFICIAL =
      List.of(
          Setting.CONTACT_PHONE,
          Setting.CONTACT_ADDRESS,
          Setting.SITE_CODE,
          Setting.ICP_NUMBER,
          Setting.POLICE_NUMBER);

  private final MessageSource words;
  private final LocaleResolver languages;
  private final Assets assets;
  private final Doors doors;
  private final Settings settings;
  private final Notices notices;
  private final Clock clock;
  private final boolean demo;

  Frame(
      MessageSource words,
      LocaleResolver languages,
      Assets assets,
      Doors doors,
      Settings settings,
      Notices notices,
      Clock clock,
      @Value("${yueyuetan.demo:false}") boolean demo) {
    this.words = words;
    this.languages = languages;
    this.assets = assets;
    this.doors = doors;
    this.settings = settings;
    this.notices = notices;
    this.clock = clock;
    this.demo = demo;
  }

  @ModelAttribute("ui")
  Ui ui(HttpServletRequest request) {
    var locale = languages.resolveLocale(request);
    var me = person(request);
    return new Ui(
        request,
        me,
        locale,
        new Dates(clock, locale),
        this::house,
        words,
        assets,
        doors,
        () -> me.isVisitor() ? 0 : notices.unread(me.id()));
  }

  private House house() {
    return new House(
        settings.get(Setting.BUREAU_NAME),
        settings.get(Setting.CITY_NAME),
        OFFICIAL.stream().flatMap(this::line).toList(),
        demo);
  }

  private Stream<House.Line> line(Setting setting) {
    var value = settings.get(setting);
    return value.isEmpty()
        ? Stream.of()
        : Stream.of(new House.Line("web.foot." + setting.name(), value));
  }

  private static SignedIn person(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof Authentication authentication
            && authentication.getPrincipal() instanceof SignedIn me
        ? me
        : SignedIn.visitor();
  }
}
