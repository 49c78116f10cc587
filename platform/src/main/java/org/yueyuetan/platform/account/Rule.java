package org.yueyuetan.platform.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * Who may use a route. Routes without a rule answer 403: each room declares its own as a bean of
 * type {@link Rules}.
 *
 * @param pattern path pattern as in {@code @GetMapping}, e.g. {@code /needs/{id}}
 */
public record Rule(HttpMethod method, String pattern, Set<Role> roles, Who who) {

  /** Breadth of a rule: anyone, anyone signed in, or the listed roles. */
  public enum Who {
    ANYONE,
    SIGNED_IN,
    ROLES
  }

  /** The rules of one room. */
  @FunctionalInterface
  public interface Rules {
    List<Rule> all();
  }

  public static Rule get(String pattern, Role... roles) {
    return of(HttpMethod.GET, pattern, roles);
  }

  public static Rule post(String pattern, Role... roles) {
    return of(HttpMethod.POST, pattern, roles);
  }

  /** For anyone, signed in or not. */
  public Rule anyone() {
    return new Rule(method, pattern, Set.of(), Who.ANYONE);
  }

  /** For everyone who is signed in. */
  public Rule signedIn() {
    return new Rule(method, pattern, Set.of(), Who.SIGNED_IN);
  }

  private static Rule of(HttpMethod method, String pattern, Role... roles) {
    var set = EnumSet.noneOf(Role.class);
    set.addAll(List.of(roles));
    return new Rule(method, pattern, set, Who.ROLES);
  }
}
