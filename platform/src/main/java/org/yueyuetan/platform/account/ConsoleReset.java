package org.yueyuetan.platform.account;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives an account a new initial password when the program is started with {@code
 * --reset-password}: the way back in when an administrator's password is lost. Whoever runs the
 * server holds the data anyway.
 */
@Component
@ConditionalOnProperty("yueyuetan.reset-password")
class ConsoleReset {

  private final Accounts accounts;
  private final String username;

  ConsoleReset(Accounts accounts, @Value("${yueyuetan.reset-password}") String username) {
    this.accounts = accounts;
    this.username = username;
  }

  @EventListener(ApplicationReadyEvent.class)
  void reset() {
    System.out.println(
        accounts
            .resetOnConsole(username)
            .map(password -> "New initial password of %s 新的初始密码: %s".formatted(username, password))
            .orElse("No account is called %s 没有这个用户名".formatted(username)));
  }
}
