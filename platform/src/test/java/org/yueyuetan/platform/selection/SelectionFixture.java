package org.yueyuetan.platform.selection;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.need.NeedFixture;
import org.yueyuetan.platform.project.Kind;
import org.yueyuetan.platform.project.ProjectFixture;
import org.yueyuetan.platform.project.Projects;
import org.yueyuetan.platform.project.Provisions;

/**
 * A small market for tests: projects that need videos, associations that make them. People are
 * named by their organization.
 */
@Component
public class SelectionFixture {

  public static final LocalDate CLOSES = LocalDate.of(2026, 3, 20);

  private final JdbcClient jdbc;
  private final Projects projects;
  private final Provisions provisions;
  private final Selections selections;
  private final Rankings rankings;
  private final Results results;
  private final Confirmations confirmations;
  private final Map<String, SignedIn> people = new LinkedHashMap<>();

  SelectionFixture(
      JdbcClient jdbc,
      Projects projects,
      Provisions provisions,
      Selections selections,
      Rankings rankings,
      Results results,
      Confirmations confirmations) {
    this.jdbc = jdbc;
    this.projects = projects;
    this.provisions = provisions;
    this.selections = selections;
    this.rankings = rankings;
    this.results = results;
    this.confirmations = confirmations;
  }

  /** Whoever speaks for an organization, which is registered when it is first named. */
  public SignedIn of(String organization) {
    return people.computeIfAbsent(
        organization,
        name -> {
          var id = NeedFixture.organization(jdbc, name);
          return NeedFixture.representative(jdbc, "rep" + id, id);
        });
  }

  /** Before each test: the organizations of the one before are gone. */
  public void forget() {
    people.clear();
  }

  /** Established by staff; needs eight videos, of which two at least are of use, and money. */
  public long project(String organization, SignedIn staff) {
    return ProjectFixture.established(
        projects, ProjectFixture.draft(organization + "的项目"), of(organization), staff);
  }

  public long videos(String organization, long quantity) {
    var me = of(organization);
    return provisions.offer(
        ProjectFixture.provision(organization + "的短片", Kind.SERVICE, quantity),
        me.organization().orElseThrow(),
        me);
  }

  public static SelectionDraft draft(Side favours) {
    return new SelectionDraft(
        "春季双选", Optional.empty(), LocalDate.of(2026, 3, 12), CLOSES, 5, false, favours);
  }

  /** A round of everything that could take part, open. */
  public long opened(SelectionDraft draft, SignedIn staff) {
    var id = selections.plan(draft, staff);
    selections.choose(id, keys(id, staff), 0, staff);
    selections.open(id, 1, staff);
    return id;
  }

  public Collection<String> keys(long selection, SignedIn staff) {
    return selections.choice(selections.inCharge(staff, selection)).stream()
        .map(Source::key)
        .toList();
  }

  /** What an organization has in the round of what is counted in pieces. */
  public Entry entry(long selection, String organization, SignedIn staff) {
    return entries(selection, staff).stream()
        .filter(entry -> entry.kind() == Kind.SERVICE)
        .filter(entry -> entry.organizationName().equals(organization))
        .findFirst()
        .orElseThrow();
  }

  public List<Entry> entries(long selection, SignedIn staff) {
    return selections.entries(selections.find(staff.scope(), selection).orElseThrow());
  }

  /** The organization would work with these, the best first. */
  public void rank(long selection, SignedIn staff, String organization, String... others) {
    var entry = entry(selection, organization, staff);
    rankings.rank(
        of(organization),
        selection,
        entry.id(),
        Ranking.of(
            Arrays.stream(others).map(other -> entry(selection, other, staff).id()).toList()),
        entry.version());
  }

  /** Closes the round and announces it; these organizations confirm all their pairs. */
  public void confirmed(long selection, SignedIn staff, String... organizations) {
    var open = selections.find(staff.scope(), selection).orElseThrow();
    selections.close(selection, open.version(), staff);
    var closed = selections.find(staff.scope(), selection).orElseThrow();
    results.announce(selection, closed.version(), results.preview(closed).hash(), staff);
    for (var organization : organizations) {
      confirm(selection, staff, organization);
    }
  }

  /** The organization says yes to all that it got. */
  public void confirm(long selection, SignedIn staff, String organization) {
    for (var paired : results.paired(selections.find(staff.scope(), selection).orElseThrow())) {
      if (paired.pair().is(PairStatus.AWAITING)
          && Arrays.stream(Side.values())
              .map(paired::entry)
              .anyMatch(entry -> entry.organizationName().equals(organization))) {
        confirmations.confirm(of(organization), selection, paired.pair().id());
      }
    }
  }
}
