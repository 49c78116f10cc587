package org.yueyuetan.platform.account;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Sign-in by password, locked for a while after repeated failures. Every attempt is on the trail.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

  private final Accounts accounts;
  private final Passwords passwords;
  private final AuditTrail trail;

  PasswordSignIn(Accounts accounts, Passwords passwords, AuditTrail trail) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.trail = trail;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    return authenticated(
        person("signIn", attempt.getName(), String.valueOf(attempt.getCredentials())));
  }

  /**
   * The person with this name and password.
   *
   * @param action what the attempt is called on the trail
   * @throws AuthenticationException when there is none, or too many attempts failed
   */
  SignedIn person(String action, String typed, String password) {
    var username = typed.replace("\0", "").strip();
    var found = accounts.byUsername(username);
    if (found.isEmpty()) {
      passwords.pretendToMatch(password);
      trail.signIn(action, username.substring(0, Math.min(40, username.length())), null, false);
      throw new BadCredentialsException("unknown");
    }
    var account = found.get();
    if (!accounts.attempt(account)) {
      passwords.pretendToMatch(password);
      trail.signIn(action, account.username(), account.id(), false);
      throw new LockedException("locked");
    }
    var matches =
        accounts.hashOf(account.id()).filter(hash -> passwords.matches(password, hash)).isPresent();
    if (!matches || account.disabled()) {
      trail.signIn(action, account.username(), account.id(), false);
      throw new BadCredentialsException("refused");
    }
    accounts.succeeded(account);
    trail.signIn(action, account.username(), account.id(), true);
    // Comparing takes a while: rights taken away meanwhile must not come back with the new session.
    return accounts
        .find(account.id())
        .filter(fresh -> !fresh.disabled())
        .map(accounts::signedIn)
        .orElseThrow(() -> new BadCredentialsException("refused"));
  }

  static Authentication authenticated(SignedIn me) {
    return UsernamePasswordAuthenticationToken.authenticated(
        me,
        null,
        me.roles().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList());
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
