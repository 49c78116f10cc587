package org.yueyuetan.platform.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yueyuetan.platform.form.Fault;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.organization.Kind;
import org.yueyuetan.platform.organization.Level;

class TalkRulesTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Test
  void aTalkGoesFromPlanToCloseWithoutSkippingAStep() {
    var status = TalkStatus.PLANNED;
    for (var move : List.of(TalkMove.CONVENE, TalkMove.HOLD, TalkMove.FOLLOW_UP, TalkMove.CLOSE)) {
      status = TalkStatus.LIFE.next(status, move);
    }
    assertThat(status).isEqualTo(TalkStatus.CLOSED);
    assertThatThrownBy(() -> TalkStatus.LIFE.next(TalkStatus.PLANNED, TalkMove.HOLD))
        .isInstanceOf(IllegalMove.class);
    assertThat(TalkStatus.LIFE.events(TalkStatus.CLOSED)).isEmpty();
  }

  @Test
  void aTalkIsCalledOffOnlyBeforeItIsHeld() {
    var cancellable =
        EnumSet.allOf(TalkStatus.class).stream()
            .filter(status -> status.allows(TalkMove.CANCEL))
            .collect(Collectors.toSet());
    assertThat(cancellable).containsExactlyInAnyOrder(TalkStatus.PLANNED, TalkStatus.CONVENING);
  }

  @Test
  void nobodyAnswersAnInvitationThatWasNotSent() {
    for (var move : List.of(InvitationMove.ACCEPT, InvitationMove.QUEUE, InvitationMove.DECLINE)) {
      assertThat(InvitationStatus.LIFE.allows(InvitationStatus.LISTED, move)).isFalse();
    }
  }

  @Test
  void thePartyFollowsFromKindAndLevel() {
    assertThat(Party.of(Kind.PUBLIC_BODY, Level.CITY)).isEqualTo(Party.DEPARTMENT);
    assertThat(Party.of(Kind.PUBLIC_BODY, Level.COUNTY)).isEqualTo(Party.COUNTY);
    assertThat(Party.of(Kind.PUBLIC_BODY, Level.TOWNSHIP)).isEqualTo(Party.TOWNSHIP);
    assertThat(Party.of(Kind.PUBLIC_BODY, Level.COMMUNITY)).isEqualTo(Party.COMMUNITY);
    assertThat(Party.of(Kind.SERVICE_AGENCY, Level.CITY)).isEqualTo(Party.AGENCY);
    assertThat(Party.of(Kind.ENTERPRISE, Level.COUNTY)).isEqualTo(Party.ENTERPRISE);
  }

  @Test
  void aPlanTellsEverythingThatIsWrongWithItAtOnce() {
    var form =
        Form.of(
            Map.of(
                "month",
                "2026-03",
                "title",
                "志愿服务",
                "day",
                "2026-04-01",
                "from",
                "16:00",
                "until",
                "15:00",
                "place",
                "三楼",
                "capacity",
                "0",
                "host",
                "民政局"));

    TalkDraft.read(form, ZONE);

    assertThat(form.faults().stream().map(Fault::field))
        .containsExactlyInAnyOrder("forms", "day", "until", "capacity");
  }

  @Test
  void aSubstituteNeedsAName() {
    var form = Form.of(Map.of("choice", "SUBSTITUTE"));
    Answer.read(form);
    assertThat(form.fault("substitute")).isPresent();
  }

  @Test
  void aGarbledPlaceInTheListStartsFromTheBeginning() {
    for (var typed : List.of("", "x", "1-", "-5", "1-2-3")) {
      assertThat(Candidates.Key.read(typed)).isEqualTo(Candidates.Key.START);
    }
    assertThat(Candidates.Key.read("0-17")).isEqualTo(new Candidates.Key(0, 17));
  }
}
