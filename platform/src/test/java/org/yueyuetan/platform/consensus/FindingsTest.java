package org.yueyuetan.platform.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yueyuetan.engine.map.Vote;
import org.yueyuetan.platform.opinion.Opinion;

class FindingsTest {

  private static final long STRANGER = 9_999;

  private static List<Long> ids(List<Findings.Line> lines) {
    return lines.stream().map(Findings.Line::opinion).map(Opinion::id).toList();
  }

  private static Findings strict(Room room) {
    return Findings.of(room.conversation(), Discretion.STRICT);
  }

  @Test
  void groupsAddUpToAll() {
    var room = Room.of(12, 1, 20, 14, 9);
    var findings = strict(room);

    assertThat(findings.groups()).extracting(Findings.Group::size).containsExactly(20, 14, 9);
    for (var line : findings.all()) {
      assertThat(line.groups().stream().reduce(Counts.NONE, Counts::plus)).isEqualTo(line.counts());
      var said =
          room.votes().values().stream().map(votes -> votes.get(line.opinion().id())).toList();
      assertThat(said.stream().filter(Vote.AGREE::equals)).hasSize(line.counts().agree());
      assertThat(said.stream().filter(Vote.DISAGREE::equals)).hasSize(line.counts().disagree());
      assertThat(said.stream().filter(Vote.PASS::equals)).hasSize(line.counts().pass());
    }
  }

  @Test
  void whatEveryGroupHoldsComesFirstAndWhatDividesThemDoesNot() {
    var findings = strict(Room.of(12, 1, 20, 14));

    assertThat(ids(findings.common())).containsExactlyInAnyOrder(1L, 2L);
    assertThat(ids(findings.rejected())).containsExactly(3L);
  }

  @Test
  void aGroupIsToldByWhatTheOthersDoNotHold() {
    var findings = strict(Room.of(12, 1, 20, 14));

    for (var group : findings.groups()) {
      assertThat(group.holdings()).isNotEmpty();
      for (var holding : group.holdings()) {
        int place = group.number() - 1;
        assertThat(holding.here()).isEqualTo(holding.line().groups().get(place));
        assertThat(holding.here().plus(holding.elsewhere())).isEqualTo(holding.line().counts());
        assertThat(holding.line().opinion().id()).isGreaterThan(3);
      }
    }
  }

  @Test
  void aGroupOfThreeIsNeitherShownNorCountedExceptForStaff() {
    var room = Room.of(12, 1, 14, 3);
    var findings = strict(room);

    assertThat(findings.groups()).extracting(Findings.Group::size).containsExactly(14);
    assertThat(findings.apart()).isEqualTo(3);
    assertThat(findings.all()).allSatisfy(line -> assertThat(line.counts().seen()).isEqualTo(14));
    var whole = Findings.of(room.conversation(), Discretion.NONE);
    assertThat(whole.groups()).extracting(Findings.Group::size).containsExactly(14, 3);
    assertThat(whole.all()).allSatisfy(line -> assertThat(line.counts().seen()).isEqualTo(17));
  }

  @Test
  void membersOfAGroupThatIsNotShownHaveNoSideOnThePicture() {
    var conversation = Room.of(12, 1, 14, 3).conversation();
    var findings = Findings.of(conversation, Discretion.STRICT);
    var picture =
        Picture.of(conversation.counting(), Optional.empty()).showing(findings.groups().size());
    var plot = Plot.of(picture, conversation.voices(), Optional.of(5L), Optional.empty());

    assertThat(plot.marks()).hasSize(17);
    assertThat(plot.marks()).filteredOn(mark -> mark.look() == Plot.Look.APART).hasSize(3);
    assertThat(plot.areas()).hasSize(1);
  }

  @Test
  void theOnlyVoteOnAnOpinionIsNobodysBusiness() {
    var room = Room.of(12, 1, 12, 10).with(1_000, 13, Vote.DISAGREE);
    var line = strict(room).line(13).orElseThrow();

    assertThat(line.votes()).isEqualTo(1);
    assertThat(line.all()).isEmpty();
    assertThat(line.groups()).isEmpty();
    assertThat(Findings.of(room.conversation(), Discretion.NONE).line(13).orElseThrow().counts())
        .isEqualTo(new Counts(0, 1, 0));
  }

  @Test
  void aKnownSpeakersDotIsOneOfAtLeastFour() {
    // Guest 1000 said opinions 4 and 6, which the first camp agrees with; and 13, alone with two
    // others.
    var room = Room.of(12, 1, 20, 14);
    for (var guest : List.of(1_000L, 1_001L, 1_002L)) {
      room = room.with(guest, 4, Vote.AGREE).with(guest, 6, Vote.AGREE).with(guest, 13, Vote.AGREE);
    }
    room = room.with(1_030, 13, Vote.DISAGREE).with(1_031, 13, Vote.DISAGREE);
    var conversation = room.saidBy(1_000, 4, 6, 13).conversation();
    var findings = Findings.of(conversation, Discretion.STRICT);

    assertThat(findings.line(4).orElseThrow().hasSides()).isTrue();
    assertThat(findings.line(6).orElseThrow().hasSides()).isTrue();
    var alone = findings.line(13).orElseThrow();
    assertThat(alone.hasSides()).as("one of three").isFalse();
    assertThat(alone.counts()).as("the total gives nobody away").isEqualTo(new Counts(3, 2, 0));
    assertThat(findings.groups())
        .allSatisfy(group ->
            assertThat(group.holdings()).noneMatch(held -> held.line().opinion().id() == 13));
    assertThat(VoteFiles.of(conversation, findings).orElseThrow().leftOut()).isEqualTo(1);
    assertThat(Findings.of(conversation, Discretion.NONE).line(13).map(Findings.Line::hasSides))
        .contains(true);
  }

  @Test
  void whoAgreesWithEverythingASpeakerSaidIsNeverOneOfFewerThanFour() {
    for (var seed = 1; seed <= 30; seed++) {
      var conversation = Room.of(12, seed, 9, 7).saidBy(1_000, 1, 4, 6, 8, 10, 12).conversation();
      var findings = Findings.of(conversation, Discretion.STRICT);
      var told =
          List.of(1L, 4L, 6L, 8L, 10L, 12L).stream()
              .filter(id -> findings.line(id).orElseThrow().hasSides())
              .toList();
      var consistent =
          conversation.counting().stream()
              .filter(voice -> told.stream().allMatch(id -> voice.votes().get(id) == Vote.AGREE))
              .toList();
      assertThat(told).as("seed " + seed).isNotEmpty();
      assertThat(consistent).as("seed " + seed).hasSizeGreaterThanOrEqualTo(4);
    }
  }

  @Test
  void nineAreTooFewForAMapTenAreNot() {
    var nine = strict(Room.of(12, 1, 5, 4));
    assertThat(nine.hasMap()).isFalse();
    assertThat(nine.common()).isEmpty();
    assertThat(nine.all()).allSatisfy(line -> assertThat(line.counts().seen()).isEqualTo(9));
    assertThat(strict(Room.of(12, 1, 5, 5)).hasMap()).isTrue();
  }

  @Test
  void anEmptyRoomHasNothingToTell() {
    var findings = strict(Room.of(0, 1));
    assertThat(findings.all()).isEmpty();
    assertThat(findings.voters()).isZero();
    assertThat(findings.hasMap()).isFalse();
  }

  @Test
  void theTablesSayWhatWasVotedAndNotByWhom() throws IOException {
    var room = Room.of(12, 1, 12, 10).with(1_000, 13, Vote.DISAGREE);
    var conversation = room.conversation();
    var files = VoteFiles.of(conversation, strict(room)).orElseThrow();
    var out = new ByteArrayOutputStream();
    files.writeVotes(out);
    var lines = out.toString(StandardCharsets.UTF_8).substring(1).lines().toList();

    assertThat(files.leftOut()).isEqualTo(1);
    assertThat(lines.getFirst())
        .isEqualTo("participant,n-votes,n-agree,n-disagree,1,2,3,4,5,6,7,8,9,10,11,12");
    assertThat(lines).hasSize(23);
    assertThat(lines.get(1)).startsWith("0,12,").contains("-1");
    // Two rooms that differ only in who said it are the same table.
    var reversed = new LinkedHashMap<Long, Map<Long, Vote>>();
    room.votes().forEach((guest, votes) -> reversed.put(5_000 - guest, votes));
    var other = new Room(13, reversed).conversation();
    var again = new ByteArrayOutputStream();
    VoteFiles.of(other, Findings.of(other, Discretion.STRICT)).orElseThrow().writeVotes(again);
    assertThat(again.toString(StandardCharsets.UTF_8))
        .isEqualTo(out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void tablesFromWhichAPersonCouldBeReadAreNotGivenOut() {
    for (var room : List.of(Room.of(12, 1, 14, 3), Room.of(12, 1, 5, 4))) {
      var conversation = room.conversation();
      assertThat(VoteFiles.of(conversation, strict(room))).isEmpty();
      assertThat(VoteFiles.of(conversation, Findings.of(conversation, Discretion.NONE)))
          .isPresent();
    }
  }

  @Test
  void staffOfAnAnonymousTalkSeeNoMoreThanOthers() {
    assertThat(Discretion.towards(true, false)).isEqualTo(Discretion.NONE);
    assertThat(Discretion.towards(true, true)).isEqualTo(Discretion.STRICT);
    assertThat(Discretion.towards(false, false)).isEqualTo(Discretion.STRICT);
  }

  @Test
  void whoVotedOnceIsCountedAsTakingPartButNotOnTheMap() {
    var room = Room.of(12, 1, 12, 10).with(STRANGER, 1, Vote.AGREE);
    var findings = strict(room);
    assertThat(findings.voters()).isEqualTo(23);
    assertThat(findings.counting()).isEqualTo(22);
    assertThat(findings.line(1).orElseThrow().counts().seen()).isEqualTo(22);
  }

  @Test
  void everyReasonOfTheEngineHasASentence() {
    var conversation = Room.of(12, 1, 20, 14).conversation();
    assertThat(Why.of(conversation.map().explanation()).because()).isNotEmpty();
    assertThat(Why.of(Room.of(12, 1, 12).conversation().map().explanation()).because())
        .isNotEmpty();
    conversation.map().groups().stream()
        .flatMap(group -> group.representative().stream())
        .forEach(held -> assertThat(Why.because(held.explanation())).hasSize(2));
  }
}
