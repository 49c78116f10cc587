package org.yueyuetan.platform.web;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.WebUtils;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Fault;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.organization.Mask;

/**
 * What every template needs to speak to the person in front of it: words, dates, numbers, who they
 * are, where they are, and what they may open. One per request.
 */
public final class Ui {

  private final HttpServletRequest request;
  private final SignedIn me;
  private final Locale locale;
  private final Dates dates;
  private final Supplier<House> house;
  private final MessageSource words;
  private final Assets assets;
  private final Doors doors;
  private final IntSupplier unread;

  Ui(
      HttpServletRequest request,
      SignedIn me,
      Locale locale,
      Dates dates,
      Supplier<House> house,
      MessageSource words,
      Assets assets,
      Doors doors,
      IntSupplier unread) {
    this.request = request;
    this.me = me;
    this.locale = locale;
    this.dates = dates;
    this.house = house;
    this.words = words;
    this.assets = assets;
    this.doors = doors;
    this.unread = unread;
  }

  // --- words ---

  /**
   * The words of a key in the person's language. A missing key shows itself, so that the page still
   * stands.
   */
  public String t(String key, Object... args) {
    return tOr(key, key, args);
  }

  /** The words of a key, or {@code otherwise} when no bundle has it. */
  public String tOr(String key, String otherwise, Object... args) {
    var found = words.getMessage(key, args, null, locale);
    return found == null ? otherwise : found;
  }

  /**
   * The word of an enum constant: key {@code <prefix>.<CONSTANT>}, e.g. {@code need.status.DRAFT}.
   */
  public String word(String prefix, Enum<?> constant) {
    return t(prefix + "." + constant.name());
  }

  /** All constants of an enum as entries of a choice, in the order of their declaration. */
  public <E extends Enum<E>> List<Option> options(String prefix, Class<E> type) {
    return options(prefix, Arrays.asList(type.getEnumConstants()));
  }

  public List<Option> options(String prefix, List<? extends Enum<?>> constants) {
    return constants.stream().map(c -> new Option(c.name(), word(prefix, c))).toList();
  }

  public boolean isZh() {
    return locale.getLanguage().equals("zh");
  }

  public Locale locale() {
    return locale;
  }

  /** For the attribute {@code lang}: {@code zh-CN} or {@code en}. */
  public String lang() {
    return locale.toLanguageTag();
  }

  /** A sentence of the board; dates in it as people say them. */
  public String line(Board.Line line) {
    return t(line.key(), line.args().stream().map(this::said).toArray());
  }

  private Object said(Object value) {
    return switch (value) {
      case LocalDate day -> dates.day(day);
      case Instant instant -> dates.moment(instant);
      default -> value;
    };
  }

  // --- forms ---

  public String fault(Form form, String field) {
    return form.fault(field).map(this::words).orElse("");
  }

  public String words(Fault fault) {
    return t(fault.key(), fault.args().toArray());
  }

  /**
   * The hidden field that proves a form came from our own page. Every form that posts starts with
   * it.
   */
  public Content csrf() {
    return output -> {
      if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
        output.writeContent(
            "<input type=\"hidden\" name=\""
                + HtmlUtils.htmlEscape(token.getParameterName())
                + "\" value=\""
                + HtmlUtils.htmlEscape(token.getToken())
                + "\">");
      }
    };
  }

  // --- dates ---

  public LocalDate today() {
    return dates.today();
  }

  public Instant now() {
    return dates.now();
  }

  public YearMonth thisMonth() {
    return YearMonth.from(dates.today());
  }

  /** 3月12日 周五. */
  public String date(LocalDate date) {
    return dates.day(date);
  }

  /** 3月12日 周五 14:30. */
  public String date(Instant instant) {
    return dates.moment(instant);
  }

  public String time(LocalTime time) {
    return dates.time(time);
  }

  /** 3月12日 周五 14:30–16:30. */
  public String span(Instant from, Instant until) {
    return dates.span(from, until);
  }

  /** 14:30–14:45, where the day is known. */
  public String times(Instant from, Instant until) {
    return dates.times(from, until);
  }

  /** 2021年3月. */
  public String month(YearMonth month) {
    return dates.month(month);
  }

  /** 3月. */
  public String monthName(YearMonth month) {
    return dates.monthName(month);
  }

  /** 今天, 明天, 3天后, 2天前. */
  public String distance(LocalDate date) {
    return dates.distance(date);
  }

  /** A date as a {@code <time>} element, in full on hover. */
  public Content when(LocalDate date) {
    return timeElement(date.toString(), date.toString(), dates.day(date));
  }

  public Content when(Instant instant) {
    return timeElement(dates.iso(instant), dates.full(instant), dates.moment(instant));
  }

  /** A date up to which something is asked for: the day alone when all of it counts. */
  public Content until(Instant instant) {
    return dates.lastOfDay(instant).map(this::when).orElseGet(() -> when(instant));
  }

  public Content when(Instant from, Instant until) {
    return timeElement(
        dates.iso(from), dates.full(from) + " – " + dates.full(until), dates.span(from, until));
  }

  private static Content timeElement(String machine, String full, String words) {
    return output ->
        output.writeContent(
            "<time datetime=\"%s\" title=\"%s\">%s</time>"
                .formatted(machine, full, HtmlUtils.htmlEscape(words, "UTF-8")));
  }

  // --- numbers and masks ---

  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  public String percent(long part, long all) {
    var format = NumberFormat.getPercentInstance(locale);
    return format.format(all == 0 ? 0 : (double) part / all);
  }

  public String maskedPhone(String phone) {
    return Mask.phone(phone);
  }

  public String maskedEmail(String email) {
    return Mask.email(email);
  }

  // --- the person, the place, the page ---

  public SignedIn me() {
    return me;
  }

  /** Whether the person may open the address: hide what would only answer 403. */
  public boolean may(String address) {
    return doors.open(me, HttpMethod.GET, address);
  }

  /** Whether the person may send a form to the address. */
  public boolean mayPost(String address) {
    return doors.open(me, HttpMethod.POST, address);
  }

  public int unread() {
    return unread.getAsInt();
  }

  /** The installation: bureau, city, official numbers, demo. */
  public House house() {
    return house.get();
  }

  /** Name of the bureau, e.g. 聊城市民政局. */
  public String bureau() {
    return house().bureau();
  }

  public boolean largeText() {
    var cookie = WebUtils.getCookie(request, Preferences.TEXT);
    return cookie != null && cookie.getValue().equals("large");
  }

  /** What was just done, in words, after a redirect; empty else. */
  public String done() {
    var flash = RequestContextUtils.getInputFlashMap(request);
    return flash != null && flash.get("done") instanceof String key
        ? t(key, arguments(flash.get("doneArgs")))
        : "";
  }

  private static Object[] arguments(@Nullable Object given) {
    return given instanceof List<?> many ? many.toArray() : new Object[0];
  }

  /**
   * Address of a file under {@code static}, e.g. {@code /css/yueyuetan.css}, that changes with its
   * content.
   */
  public String asset(String path) {
    return assets.address(path);
  }

  /** Path of the page being shown, without its query; that of the failed page on an error page. */
  public String path() {
    var failed = request.getAttribute("jakarta.servlet.error.request_uri");
    return failed == null ? request.getRequestURI() : String.valueOf(failed);
  }

  /** Address of the page being shown, to come back to. */
  public String here() {
    var get = request.getMethod().equals("GET");
    var query = request.getQueryString();
    return get && query != null ? path() + "?" + query : path();
  }

  /** {@link #here}, encoded as the value of a query parameter. */
  public String back() {
    return encode(here());
  }

  public String encode(String value) {
    return UriUtils.encode(value, StandardCharsets.UTF_8);
  }

  /**
   * The value of a query parameter, e.g. to keep what was searched for in the search box; empty
   * when there is none.
   */
  public String query(String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("");
  }

  // --- navigation ---

  /** The month's work, in its order. */
  public List<Place> monthPlaces() {
    return open(
        place("/board", "board", "moon"),
        place("/mine", "mine", "home"),
        place("/needs", "needs", "need"),
        place("/themes", "themes", "theme"),
        place("/talks", "talks", "talk"),
        place("/opinions", "opinions", "check"),
        place("/commitments", "commitments", "follow"),
        place("/policies", "policies", "note"),
        place("/projects", "projects", "thread"),
        place("/selections", "selections", "pair"),
        place("/agreements", "agreements", "copy"),
        place("/fulfilment", "fulfilment", "done"));
  }

  public List<Place> ledgerPlaces() {
    return open(
        place("/organizations", "organizations", "organization"),
        place("/figures", "figures", "figures"));
  }

  public List<Place> officePlaces() {
    return open(
        place("/accounts", "accounts", "person"),
        place("/settings", "settings", "settings"),
        place("/mail", "mail", "mail"),
        place("/audit", "audit", "audit"));
  }

  /** All of the rail: on a phone it stands on the page "Me". */
  public List<Place> places() {
    return Stream.of(monthPlaces(), ledgerPlaces(), officePlaces()).flatMap(List::stream).toList();
  }

  /** What visitors find in the header. */
  public List<Place> publicPlaces() {
    return open(
        place("/needs/public", "needs", "need"),
        place("/talks", "talks", "talk"),
        place("/opinions", "opinions", "check"),
        place("/policies", "policies", "note"),
        place("/projects", "projects", "thread"),
        place("/agreements", "agreements", "copy"),
        place("/figures", "figures", "figures"),
        place("/about", "about", "about"));
  }

  /** The four places of the bar at the bottom of a phone. */
  public List<Place> phonePlaces() {
    return open(
        new Place(
            "/today", t("web.place.today"), "home", at("/board") || at("/mine") || at("/today")),
        place("/needs", "needs", "need"),
        place("/talks", "talks", "talk"),
        place("/me", "me", "person"));
  }

  private List<Place> open(Place... places) {
    return Arrays.stream(places).filter(place -> may(place.address())).toList();
  }

  private Place place(String address, String key, String icon) {
    return new Place(address, t("web.place." + key), icon, at(address));
  }

  private boolean at(String address) {
    return path().equals(address) || path().startsWith(address + "/");
  }
}
