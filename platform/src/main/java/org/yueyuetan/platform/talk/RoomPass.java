package org.yueyuetan.platform.talk;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Tokens;

/**
 * The way into the room for a guest without an account. The link of the invitation opens it; so
 * does a token of its own, told at check-in, that does not open the invitation.
 */
@Component
public class RoomPass {

  private static final String PURPOSE = "room";

  private final Tokens tokens;

  RoomPass(Tokens tokens) {
    this.tokens = tokens;
  }

  public String of(long invitation) {
    return tokens.sign(PURPOSE, String.valueOf(invitation));
  }

  /** The invitation behind a token; empty when the token is forged. */
  public Optional<Long> invitation(String token) {
    return tokens
        .read(PURPOSE, token)
        .or(() -> tokens.read(Answers.PURPOSE, token))
        .map(Long::valueOf);
  }
}
