package org.yueyuetan.platform.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RoomTokenTest {

  private static final String SECRET = "secret of the talk";
  private static final Instant SHOWN = Instant.parse("2026-03-12T06:30:00Z");

  @Test
  void aTokenIsGoodForAtLeastAMinuteAfterItWasShown() {
    var token = RoomToken.at(SHOWN, SECRET, 7);
    assertThat(RoomToken.accepts(token, SHOWN, SECRET, 7)).isTrue();
    assertThat(RoomToken.accepts(token, SHOWN.plusSeconds(60), SECRET, 7)).isTrue();
    assertThat(RoomToken.accepts(token, SHOWN.plusSeconds(89), SECRET, 7)).isTrue();
  }

  @Test
  void aTokenIsNoGoodAfterAMinuteAndAHalf() {
    var token = RoomToken.at(SHOWN.plusSeconds(29), SECRET, 7);
    assertThat(RoomToken.accepts(token, SHOWN.plusSeconds(89), SECRET, 7)).isTrue();
    assertThat(RoomToken.accepts(token, SHOWN.plusSeconds(90), SECRET, 7)).isFalse();
  }

  @Test
  void aTokenOfTheFutureIsRefused() {
    var token = RoomToken.at(SHOWN.plusSeconds(30), SECRET, 7);
    assertThat(RoomToken.accepts(token, SHOWN, SECRET, 7)).isFalse();
  }

  @Test
  void aTokenOfAnotherTalkOrAnotherSecretIsRefused() {
    var token = RoomToken.at(SHOWN, SECRET, 7);
    assertThat(RoomToken.accepts(token, SHOWN, SECRET, 8)).isFalse();
    assertThat(RoomToken.accepts(token, SHOWN, "another", 7)).isFalse();
    assertThat(RoomToken.accepts("", SHOWN, SECRET, 7)).isFalse();
  }

  @Test
  void theTokenChangesEveryHalfMinute() {
    assertThat(RoomToken.at(SHOWN.plusSeconds(29), SECRET, 7))
        .isEqualTo(RoomToken.at(SHOWN, SECRET, 7));
    assertThat(RoomToken.at(SHOWN.plusSeconds(30), SECRET, 7))
        .isNotEqualTo(RoomToken.at(SHOWN, SECRET, 7));
  }
}
