package org.yueyuetan.platform.account;

import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Asks for the password once more before something that binds. Wrong ones count as at sign-in:
 * after a few the account is locked for a while. Every attempt is on the trail.
 */
@Component
public class Confirmation {

  private static final String ACTION = "confirm";

  private final PasswordSignIn signIn;

  Confirmation(PasswordSignIn signIn) {
    this.signIn = signIn;
  }

  /**
   * The person with this user name and password, as the platform sees them now.
   *
   * @throws Refused when there is none, or the account is locked
   */
  public SignedIn person(String username, String password) throws Refused {
    try {
      return signIn.person(ACTION, username, password);
    } catch (AuthenticationException refused) {
      throw new Refused();
    }
  }

  /** Name and password do not fit, or were tried too often: which of them is not told. */
  public static final class Refused extends Exception {
    Refused() {
      super("refused");
    }
  }
}
