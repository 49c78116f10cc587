package org.yueyuetan.platform.outcome;

import java.time.Clock;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.form.NotFound;

/** Figures that open to their rows. */
@Controller
class FigureController {

  private static final int PAGE = 50;

  private final Figures figures;
  private final Clock clock;

  FigureController(Figures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  @GetMapping("/figures")
  ModelAndView all(SignedIn me) {
    return new ModelAndView(
        "outcome/figures",
        Map.of("figures", figures.all(me.scope()), "year", Year.now(clock).getValue()));
  }

  @GetMapping("/figures/{key}")
  ModelAndView rows(SignedIn me, @PathVariable String key, Form form) {
    var period =
        Period.read(form.typed("period"), clock).orElseThrow(() -> new NotFound("figure", key));
    if (!Figures.KEYS.contains(key)) {
      throw new NotFound("figure", key);
    }
    var figure = figures.of(List.of(key), me.scope(), period).getFirst();
    var found = figures.rows(me.scope(), key, period, form.id("after"), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    return new ModelAndView(
        "outcome/figure",
        Map.of(
            "figure",
            figure,
            "period",
            period,
            "rows",
            shown,
            "zone",
            clock.getZone(),
            "later",
            form.id("after").isPresent(),
            "next",
            found.size() > PAGE ? Optional.of(shown.getLast().id()) : Optional.empty()));
  }

  /** A year at a glance: its months as rows, the figures as columns. */
  @GetMapping("/year/{year}")
  ModelAndView year(SignedIn me, @PathVariable int year) {
    if (year < 1900 || year > 2999) {
      throw new NotFound("year", year);
    }
    return new ModelAndView(
        "outcome/year",
        Map.of(
            "year", year,
            "months",
                IntStream.rangeClosed(1, 12).mapToObj(month -> YearMonth.of(year, month)).toList(),
            "counted", figures.months(me.scope(), Year.of(year)),
            "figures", figures.all(me.scope(), Period.of(Year.of(year), clock.getZone()))));
  }
}
