package org.yueyuetan.platform.theme;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.organization.Organizations;

/**
 * The year at a glance. Everyone sees the figures; the bureau and its auditors see every
 * organization, staff of a county those of the county, a representative the own one.
 */
@Controller
class FairnessController {

  /** The page lists so many, those who wait longest first. */
  private static final int SHOWN = 60;

  private final Themes themes;
  private final Organizations organizations;
  private final Clock clock;

  FairnessController(Themes themes, Organizations organizations, Clock clock) {
    this.themes = themes;
    this.organizations = organizations;
    this.clock = clock;
  }

  @GetMapping("/themes/fairness")
  ModelAndView show(Form form, SignedIn me) {
    var year = form.whole("year", 2000, 2099).orElse(YearMonth.now(clock).getYear());
    var rounds = themes.rounds(year);
    var fairness = Fairness.of(rounds);
    var lines = lines(fairness, me);
    return new ModelAndView(
        "theme/fairness",
        Map.of(
            "year", year,
            "thisYear", YearMonth.now(clock).getYear(),
            "fairness", fairness,
            "lines", lines.stream().limit(SHOWN).toList(),
            "hidden", Math.max(0, lines.size() - SHOWN),
            "names",
                organizations.names(
                    lines.stream().limit(SHOWN).map(Fairness.Line::organization).toList()),
            "themes",
                themes.chosen(YearMonth.of(year, 1), YearMonth.of(year, 12)).stream()
                    .collect(Collectors.toMap(Theme::month, Theme::title))));
  }

  private List<Fairness.Line> lines(Fairness fairness, SignedIn me) {
    if (themes.seesVoters(me)) {
      return fairness.lines();
    }
    if ((me.is(Role.ORGANIZER) || me.is(Role.AUDITOR))
        && me.scope() instanceof Scope.Region region) {
      var ids = fairness.lines().stream().map(Fairness.Line::organization).toList();
      var own = organizations.within(region, ids);
      return fairness.lines().stream().filter(line -> own.contains(line.organization())).toList();
    }
    return me.organization()
        .map(own -> fairness.lines().stream().filter(line -> line.organization() == own).toList())
        .orElse(List.of());
  }
}
