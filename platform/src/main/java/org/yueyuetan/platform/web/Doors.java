package org.yueyuetan.platform.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.yueyuetan.platform.account.Rule;
import org.yueyuetan.platform.account.SignedIn;

/**
 * Answers whether a person may open an address, from the rooms' own rules: pages show no link that
 * leads to a 403.
 */
@Component
class Doors {

  private final ObjectProvider<Rule.Rules> rooms;
  private final Map<String, PathPattern> patterns = new ConcurrentHashMap<>();

  Doors(ObjectProvider<Rule.Rules> rooms) {
    this.rooms = rooms;
  }

  boolean open(SignedIn me, HttpMethod method, String address) {
    var query = address.indexOf('?');
    var path = PathContainer.parsePath(query < 0 ? address : address.substring(0, query));
    return rooms.stream()
        .map(Rule.Rules::all)
        .flatMap(List::stream)
        .filter(rule -> rule.method().equals(method))
        .filter(rule -> pattern(rule).matches(path))
        .sorted((a, b) -> PathPattern.SPECIFICITY_COMPARATOR.compare(pattern(a), pattern(b)))
        .findFirst()
        .map(rule -> admits(rule, me))
        .orElse(false);
  }

  private PathPattern pattern(Rule rule) {
    return patterns.computeIfAbsent(rule.pattern(), PathPatternParser.defaultInstance::parse);
  }

  private static boolean admits(Rule rule, SignedIn me) {
    return switch (rule.who()) {
      case ANYONE -> true;
      case SIGNED_IN -> !me.isVisitor();
      case ROLES -> me.roles().stream().anyMatch(rule.roles()::contains);
    };
  }
}
