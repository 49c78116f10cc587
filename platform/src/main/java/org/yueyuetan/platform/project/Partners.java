package org.yueyuetan.platform.project;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.engine.group.Dictionary;
import org.yueyuetan.engine.suggest.Given;
import org.yueyuetan.engine.suggest.Match;
import org.yueyuetan.engine.suggest.Part;
import org.yueyuetan.engine.suggest.Span;
import org.yueyuetan.engine.suggest.Suggester;
import org.yueyuetan.engine.suggest.Suggestions;
import org.yueyuetan.engine.suggest.Wanted;
import org.yueyuetan.engine.suggest.Weights;
import org.yueyuetan.platform.account.Setting;
import org.yueyuetan.platform.account.Settings;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.region.Region;
import org.yueyuetan.platform.region.Regions;

/**
 * Who could work with whom (合作推荐): from what projects and provisions say at this moment, as far as
 * the person may see them. Nobody is suggested to the own organization.
 */
@Service
@Transactional(readOnly = true)
public class Partners {

  /** The newest ones; older ones have mostly found each other. */
  private static final int PROJECTS = 500;

  private static final int PROVISIONS = 2000;
  private static final int SHOWN = 10;

  /** Points below which a suggestion would only take time. */
  private static final int LEAST = 30;

  private final Projects projects;
  private final Provisions provisions;
  private final Advances advances;
  private final Regions regions;
  private final Settings settings;
  private final Clock clock;

  Partners(
      Projects projects,
      Provisions provisions,
      Advances advances,
      Regions regions,
      Settings settings,
      Clock clock) {
    this.projects = projects;
    this.provisions = provisions;
    this.advances = advances;
    this.regions = regions;
    this.settings = settings;
    this.clock = clock;
  }

  /** Likely providers of a project, the best first. */
  public List<Suggestion> of(Project project, SignedIn me) {
    var open =
        provisions.list(me.scope(), ProvisionFilter.OPEN, Optional.empty(), PROVISIONS).stream()
            .filter(provision -> provision.organization() != project.organization())
            .toList();
    return told(
        between(List.of(project), open).ofWanted(String.valueOf(project.id())),
        List.of(project),
        open);
  }

  /** Projects that are likely to need what is given, the best first. */
  public List<Suggestion> of(Provision provision, SignedIn me) {
    var open =
        projects.running(me, PROJECTS).stream()
            .filter(project -> project.organization() != provision.organization())
            .toList();
    return told(
        between(open, List.of(provision)).ofGiven(String.valueOf(provision.id())),
        open,
        List.of(provision));
  }

  /** All suggestions between these; their ids are those of projects and provisions. */
  public Suggestions between(Collection<Project> some, Collection<Provision> others) {
    var items = projects.items(some.stream().map(Project::id).toList());
    var ofItems = advances.ofItems(items.values().stream().flatMap(List::stream).toList());
    var ofProvisions = advances.ofProvisions(others);
    return suggester(LEAST, SHOWN)
        .suggest(
            some.stream()
                .flatMap(project ->
                    wanted(project, items.getOrDefault(project.id(), List.of()), ofItems).stream())
                .toList(),
            others.stream().flatMap(given -> given(given, ofProvisions).stream()).toList());
  }

  /**
   * With the points and words that staff have set.
   *
   * @param least points below which nothing is suggested
   * @param most suggestions for each
   */
  public Suggester suggester(int least, int most) {
    var points =
        Arrays.stream(settings.get(Setting.SUGGESTION_POINTS).split(" "))
            .map(Integer::valueOf)
            .toList();
    return new Suggester(
        new Weights(points.get(0), points.get(1), points.get(2), points.get(3), points.get(4)),
        Dictionary.standardAnd(settings.get(Setting.THEME_WORDS).lines().toList()),
        least,
        most);
  }

  /** A project from today on, with what nobody has spoken for yet. */
  private Optional<Wanted> wanted(Project project, List<Item> items, Map<Long, Advance> known) {
    var today = LocalDate.now(clock);
    var from = project.from().filter(first -> first.isAfter(today)).orElse(today);
    var until = project.until().orElse(LocalDate.MAX);
    var parts = items.stream().flatMap(item -> part(item, known.get(item.id()))).toList();
    if (until.isBefore(from) || parts.isEmpty()) {
      return Optional.empty();
    }
    var said =
        Stream.concat(
            Stream.of(project.title(), project.goal(), project.beneficiaries()),
            items.stream().map(Item::title));
    return Optional.of(
        new Wanted(
            String.valueOf(project.id()),
            said.collect(Collectors.joining("。")),
            field(project.field()),
            district(project.region()),
            new Span(from, until),
            parts));
  }

  private static Stream<Part> part(Item item, @Nullable Advance known) {
    var open = known == null ? item.quantity() : known.open();
    return open == 0
        ? Stream.empty()
        : Stream.of(
            new Part(
                String.valueOf(item.id()),
                item.kind().name(),
                open,
                Math.min(item.lot(), open),
                item.unit()));
  }

  private Optional<Given> given(Provision provision, Map<Long, Advance> known) {
    var advance = known.get(provision.id());
    var limit = advance == null ? provision.quantity() : advance.open();
    if (limit == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Given(
            String.valueOf(provision.id()),
            provision.title() + "。" + provision.text(),
            field(provision.field()),
            district(provision.region()),
            new Span(
                provision.from().orElse(LocalDate.MIN), provision.until().orElse(LocalDate.MAX)),
            provision.kind().name(),
            limit,
            provision.unit()));
  }

  /** As suggestions compare it: two of no particular field have none in common. */
  public static String field(Field field) {
    return field == Field.OTHER ? "" : field.name();
  }

  /** As suggestions compare it: the county, if it lies in one. */
  public String district(String region) {
    return regions.county(region).map(Region::code).orElse("");
  }

  private List<Suggestion> told(List<Match> matches, List<Project> some, List<Provision> others) {
    var byProject =
        some.stream().collect(Collectors.toMap(p -> String.valueOf(p.id()), Function.identity()));
    var byProvision =
        others.stream().collect(Collectors.toMap(p -> String.valueOf(p.id()), Function.identity()));
    var items =
        projects
            .items(matches.stream().map(match -> Long.valueOf(match.wanted())).distinct().toList())
            .values()
            .stream()
            .flatMap(List::stream)
            .collect(Collectors.toMap(item -> String.valueOf(item.id()), Function.identity()));
    return matches.stream()
        .map(match ->
            new Suggestion(
                of(byProject, match.wanted()),
                of(items, match.part()),
                of(byProvision, match.given()),
                match))
        .toList();
  }

  private static <T> T of(Map<String, T> known, String id) {
    return Optional.ofNullable(known.get(id)).orElseThrow();
  }
}
