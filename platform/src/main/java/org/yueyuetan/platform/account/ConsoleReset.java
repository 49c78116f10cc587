package org.yueyuetan.platform.account;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The way back in when an administrator's password is lost: whoever runs the server, and so holds
 * the data anyway, gives the account a new initial password.
 */
@Component
public class ConsoleReset {

  private final Accounts accounts;

  ConsoleReset(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The new initial password; empty when nobody has this user name. */
  public Optional<String> reset(String username) {
    return accounts.resetOnConsole(username);
  }
}
