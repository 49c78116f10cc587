package org.yueyuetan.platform;

import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Accounts;
import org.yueyuetan.platform.account.NewAccount;
import org.yueyuetan.platform.account.Rights;
import org.yueyuetan.platform.account.Role;

/** Makes the people of a test, through the service that the platform uses. */
@Component
public class People {

  public static final String PASSWORD = "Lake-Dongchang-2021";

  private final Accounts accounts;

  People(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Bureau staff who see the whole city. */
  public Person organizer() {
    return with("organizer", "李组织", Rights.organizer());
  }

  public Person representative(String username, long organization) {
    return with(username, "王代表", Rights.representative(organization));
  }

  public Person only(Role role) {
    return with(
        role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
        "张" + role,
        Rights.only(role));
  }

  /** Has chosen a password, so that nothing stands between signing in and work. */
  public Person with(String username, String name, Rights rights) {
    var id =
        accounts.create(
            new NewAccount(username, name, username + "@example.org", "13800001234", false),
            PASSWORD,
            true);
    accounts.grant(id, rights, null, 0);
    var account = accounts.find(id).orElseThrow();
    return new Person(accounts.signedIn(account), username, PASSWORD);
  }
}
