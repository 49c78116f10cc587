package org.yueyuetan.platform.demo;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.yueyuetan.platform.account.Account;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.DemoAccess;
import org.yueyuetan.platform.account.NewAccount;
import org.yueyuetan.platform.account.Rights;
import org.yueyuetan.platform.account.SignedIn;

/**
 * Organizations of the story and who speaks for them. An organization is called by its name, or by
 * how the name of the first such one of the city ends.
 */
final class Cast {

  private static final String SURNAMES = "李张刘杨黄周吴徐孙胡朱郭马罗梁宋郑谢韩唐";

  private final Accounts accounts;
  private final DemoAccess access;
  private final Map<String, Long> organizations;
  private final Map<Long, SignedIn> speakers = new HashMap<>();

  Cast(Accounts accounts, DemoAccess access, Map<String, Long> organizations) {
    this.accounts = accounts;
    this.access = access;
    this.organizations = organizations;
  }

  /** Its whole name. */
  String name(String who) {
    return organizations.containsKey(who)
        ? who
        : organizations.entrySet().stream()
            .filter(each -> each.getKey().startsWith("聊城市") && each.getKey().endsWith(who))
            .min(Map.Entry.comparingByValue())
            .orElseThrow(() -> new IllegalStateException("no organization of the city: " + who))
            .getKey();
  }

  long organization(String who) {
    return Objects.requireNonNull(organizations.get(name(who)));
  }

  /** Gives an account to an organization that has none. */
  void employ(String who) {
    var organization = organization(who);
    var person =
        accounts.representativesOf(organization).stream()
            .min(Comparator.comparing((Account one) -> one.username().startsWith("rep")))
            .orElseGet(() -> newcomer(who, organization));
    speakers.put(organization, accounts.signedIn(person));
  }

  private Account newcomer(String who, long organization) {
    var number = speakers.size();
    var name = SURNAMES.charAt(number % SURNAMES.length()) + "样本（" + who + "）";
    var id =
        accounts.create(
            new NewAccount("hz%02d".formatted(number), name, "", "", true),
            access.password(),
            true);
    accounts.grant(id, Rights.representative(organization), null, 0);
    return accounts.find(id).orElseThrow();
  }

  SignedIn speaker(String who) {
    return speaker(organization(who));
  }

  SignedIn speaker(long organization) {
    return Objects.requireNonNull(speakers.get(organization), "nobody speaks for " + organization);
  }

  /** Does something signed in as whoever speaks for the organization. */
  void as(String who, Consumer<SignedIn> what) {
    as(speaker(who), what);
  }

  static void as(SignedIn me, Consumer<SignedIn> what) {
    signIn(me);
    what.accept(me);
  }

  /** Whoever it is stays at the keyboard until somebody else signs in. */
  static void signIn(SignedIn me) {
    SecurityContextHolder.getContext()
        .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(me, null, List.of()));
  }
}
