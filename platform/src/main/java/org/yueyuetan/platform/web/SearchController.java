package org.yueyuetan.platform.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.agreement.AgreementLine;
import org.yueyuetan.platform.agreement.Agreements;
import org.yueyuetan.platform.agreement.Filter.State;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.policy.Policies;
import org.yueyuetan.platform.project.Projects;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.Talks;
import org.yueyuetan.platform.theme.Theme;
import org.yueyuetan.platform.theme.Themes;

/**
 * Search that opens anything: needs, organizations, talks, themes, documents, projects and
 * agreements, as far as the person may see them.
 */
@Controller
class SearchController {

  /** Of each kind; the lists of the rooms show the rest. */
  private static final int FEW = 8;

  private static final int LONGEST = 60;

  /** A dozen talks a year: their titles are looked through one by one. */
  private static final int TALKS = 500;

  private static final YearMonth FIRST_MONTH = YearMonth.of(2000, 1);

  private final Needs needs;
  private final Organizations organizations;
  private final Talks talks;
  private final Themes themes;
  private final Policies policies;
  private final Projects projects;
  private final Agreements agreements;
  private final Clock clock;

  SearchController(
      Needs needs,
      Organizations organizations,
      Talks talks,
      Themes themes,
      Policies policies,
      Projects projects,
      Agreements agreements,
      Clock clock) {
    this.needs = needs;
    this.organizations = organizations;
    this.talks = talks;
    this.themes = themes;
    this.policies = policies;
    this.projects = projects;
    this.agreements = agreements;
    this.clock = clock;
  }

  @GetMapping("/search")
  ModelAndView search(Form form, SignedIn me) {
    var query = form.text("q", LONGEST);
    var found = query.isEmpty() ? Found.NOTHING : find(query, me);
    return new ModelAndView("web/search", "found", found)
        .addObject("form", form)
        .addObject("query", query)
        .addObject("few", FEW);
  }

  private Found find(String query, SignedIn me) {
    var scope = me.scope();
    return new Found(
        needs.list(scope, needsLike(query), Optional.empty(), FEW),
        organizations.list(scope, organizationsLike(query), Optional.empty(), FEW),
        matching(talks.list(scope, Optional.empty(), TALKS).stream(), query),
        matchingThemes(query),
        policies.matching(Policies.reach(me), query, FEW),
        projects.list(
            me, org.yueyuetan.platform.project.Filter.ALL.asking(query), Optional.empty(), FEW),
        agreementsLike(query, me));
  }

  /** Signed ones first, then those still on their way. */
  private List<AgreementLine> agreementsLike(String query, SignedIn me) {
    return Stream.of(State.SIGNED, State.OPEN)
        .map(state -> new org.yueyuetan.platform.agreement.Filter(query, Optional.empty(), state))
        .flatMap(filter -> agreements.list(me, filter, Optional.empty(), FEW).stream())
        .limit(FEW)
        .toList();
  }

  private static org.yueyuetan.platform.need.Filter needsLike(String query) {
    return new org.yueyuetan.platform.need.Filter(
        query,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty());
  }

  private static org.yueyuetan.platform.organization.Filter organizationsLike(String query) {
    return new org.yueyuetan.platform.organization.Filter(
        query,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(true));
  }

  private static List<Talk> matching(Stream<Talk> all, String query) {
    return all.filter(
            talk -> holds(query, talk.title(), talk.question(), talk.place(), talk.host()))
        .limit(FEW)
        .toList();
  }

  private List<Theme> matchingThemes(String query) {
    return themes.chosen(FIRST_MONTH, YearMonth.now(clock).plusYears(1)).stream()
        .filter(theme -> holds(query, theme.title(), theme.question()))
        .limit(FEW)
        .toList();
  }

  /** Whether every word that was typed occurs somewhere in the texts. */
  private static boolean holds(String query, String... texts) {
    var text = String.join("\n", texts).toLowerCase(Locale.ROOT);
    return Stream.of(query.toLowerCase(Locale.ROOT).split("[\\s　]+")).allMatch(text::contains);
  }
}
