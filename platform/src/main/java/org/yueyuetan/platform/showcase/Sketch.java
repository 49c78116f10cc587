package org.yueyuetan.platform.showcase;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.need.Direction;
import org.yueyuetan.platform.need.Filter;
import org.yueyuetan.platform.need.NeedLine;
import org.yueyuetan.platform.need.NeedStatus;
import org.yueyuetan.platform.need.Needs;
import org.yueyuetan.platform.organization.Organization;
import org.yueyuetan.platform.organization.Organizations;

/**
 * The first words of a card, from what the public may read of an organization already: its entry in
 * the registry and its open needs and offers.
 */
@Component
class Sketch {

  private static final int LATEST = 20;
  private static final int LINES = 4;
  private static final int WORDS = 300;

  private final Organizations organizations;
  private final Needs needs;

  Sketch(Organizations organizations, Needs needs) {
    this.organizations = organizations;
    this.needs = needs;
  }

  CardDraft of(long organization) {
    var entry = organizations.find(Scope.PUBLISHED, organization);
    var lines = needs.list(Scope.PUBLISHED, Filter.ALL.of(organization), Optional.empty(), LATEST);
    return new CardDraft(
        cut(entry.map(Organization::introduction).orElse("")),
        titles(lines, Direction.OFFER),
        titles(lines, Direction.NEED),
        false);
  }

  private static String titles(List<NeedLine> lines, Direction direction) {
    return cut(
        lines.stream()
            .filter(line -> line.direction() == direction)
            .filter(line ->
                line.status() == NeedStatus.ACCEPTED || line.status() == NeedStatus.TAKEN_UP)
            .limit(LINES)
            .map(NeedLine::title)
            .collect(Collectors.joining("\n")));
  }

  private static String cut(String words) {
    return words.codePointCount(0, words.length()) <= WORDS
        ? words
        : words.substring(0, words.offsetByCodePoints(0, WORDS));
  }
}
