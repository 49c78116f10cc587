package org.yueyuetan.platform.showcase;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.need.Direction;
import org.yueyuetan.platform.need.Filter;
import org.yueyuetan.platform.need.NeedLine;
import org.yueyuetan.platform.need.NeedStatus;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.organization.Organization;
import org.yueyuetan.platform.organization.Organizations;
import org.yueyuetan.platform.project.Provision;
import org.yueyuetan.platform.project.ProvisionFilter;
import org.yueyuetan.platform.project.Provisions;

/**
 * The first words of a card, from what the public may read of an organization already: its entry in
 * the registry, its open needs and offers, and what it gives to projects.
 */
@Component
class Sketch {

  private static final int LATEST = 20;
  private static final int LINES = 4;
  private static final int WORDS = 300;

  private final Organizations organizations;
  private final Needs needs;
  private final Provisions provisions;

  Sketch(Organizations organizations, Needs needs, Provisions provisions) {
    this.organizations = organizations;
    this.needs = needs;
    this.provisions = provisions;
  }

  CardDraft of(long organization) {
    var entry = organizations.find(Scope.PUBLISHED, organization);
    var lines = needs.list(Scope.PUBLISHED, Filter.ALL.of(organization), Optional.empty(), LATEST);
    return new CardDraft(
        cut(entry.map(Organization::introduction).orElse("")),
        words(Stream.concat(given(organization), titles(lines, Direction.OFFER))),
        words(titles(lines, Direction.NEED)),
        false);
  }

  private Stream<String> given(long organization) {
    return provisions
        .list(Scope.PUBLISHED, ProvisionFilter.openOf(organization), Optional.empty(), LATEST)
        .stream()
        .map(Provision::title);
  }

  private static Stream<String> titles(List<NeedLine> lines, Direction direction) {
    return lines.stream()
        .filter(line -> line.direction() == direction)
        .filter(
            line -> line.status() == NeedStatus.ACCEPTED || line.status() == NeedStatus.TAKEN_UP)
        .map(NeedLine::title);
  }

  private static String words(Stream<String> titles) {
    return cut(titles.distinct().limit(LINES).collect(Collectors.joining("\n")));
  }

  private static String cut(String words) {
    return words.codePointCount(0, words.length()) <= WORDS
        ? words
        : words.substring(0, words.offsetByCodePoints(0, WORDS));
  }
}
