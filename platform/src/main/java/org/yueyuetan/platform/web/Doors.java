package org.yueyuetan.platform.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
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

  private record Door(PathPattern pattern, Rule rule) {}

  private final SingletonSupplier<List<Door>> doors;

  Doors(ObjectProvider<Rule.Rules> rooms) {
    doors = SingletonSupplier.of(() -> doors(rooms));
  }

  boolean open(SignedIn me, HttpMethod method, String address) {
    var end = address.indexOf('?');
    var path = PathContainer.parsePath(end < 0 ? address : address.substring(0, end));
    for (var door : doors.obtain()) {
      if (door.rule().method().equals(method) && door.pattern().matches(path)) {
        return admits(door.rule(), me);
      }
    }
    return false;
  }

  /** The most specific first, as the security chain tries them. */
  private static List<Door> doors(ObjectProvider<Rule.Rules> rooms) {
    return rooms.stream()
        .flatMap(room -> room.all().stream())
        .map(rule -> new Door(PathPatternParser.defaultInstance.parse(rule.pattern()), rule))
        .sorted(Comparator.comparing(Door::pattern))
        .toList();
  }

  private static boolean admits(Rule rule, SignedIn me) {
    return switch (rule.who()) {
      case ANYONE -> true;
      case SIGNED_IN -> !me.isVisitor();
      case ROLES -> me.roles().stream().anyMatch(rule.roles()::contains);
    };
  }
}
