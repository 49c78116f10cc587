package org.yueyuetan.engine.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yueyuetan.engine.group.Constraints.Name;

class GrouperTest {

  private static final List<Text> MONTH =
      List.of(
          Text.of("n1", "新任支部书记急需党务培训，换届程序不熟"),
          Text.of("n2", "党支部党务人员都是兼职，希望办党务培训班"),
          Text.of("n3", "党务培训最好发结业证明，支部书记换届后没人会"),
          Text.of("n4", "志愿服务时长记录不规范，纸本容易错漏"),
          Text.of("n5", "志愿者时长怎么补录，记录方法不统一"),
          Text.of("n6", "志愿服务时长记录怎样开证明"),
          Text.of("n7", "想找一位会修古琴的师傅"));

  private final Grouper grouper = new Grouper(Dictionary.standard());

  @Test
  void needsOfOneSubjectAreTogetherAndAStrangerStandsAlone() {
    var grouping = group(MONTH);
    assertThat(grouping.groups())
        .extracting(group -> Set.copyOf(group.members()))
        .containsExactlyInAnyOrder(Set.of("n1", "n2", "n3"), Set.of("n4", "n5", "n6"));
    assertThat(grouping.alone()).containsExactly("n7");
    assertThat(labelWith(grouping, "n1")).contains("党务");
    assertThat(labelWith(grouping, "n4")).contains("记录");
  }

  @Test
  void threeHotIssuesAreFoundInACityMailWithoutBeingTold() {
    var mail = Generated.city(4_326, 11);
    var grouping = group(mail.texts());
    for (int issue = 0; issue < 3; issue++) {
      assertThat(Agreement.bestF1(grouping, mail.subject(), issue)).isGreaterThanOrEqualTo(.95);
    }
    assertThat(Agreement.adjustedRand(Agreement.parts(grouping), mail.subject())).isGreaterThan(.9);
  }

  @Test
  void aVocabularyOfAnotherCityIsGroupedAsWell() {
    var mail = Generated.county(600, 11);
    assertThat(Agreement.adjustedRand(Agreement.parts(group(mail.texts())), mail.subject()))
        .isGreaterThan(.8);
  }

  @Test
  void aMonthOfNeedsIsGroupedAsPeopleWould() {
    var needs = Generated.needs(70, 11);
    var grouping = group(needs.texts());
    assertThat(Agreement.adjustedRand(Agreement.parts(grouping), needs.subject()))
        .isGreaterThan(.75);
    assertThat(Agreement.purity(grouping, needs.subject())).isGreaterThan(.9);
  }

  @Test
  void theOrderOfTheRowsChangesNothing() {
    var texts = new ArrayList<>(Generated.city(500, 3).texts());
    texts.add(Text.of("twin", texts.getFirst().text()));
    var first = group(texts);
    for (int seed = 0; seed < 3; seed++) {
      Collections.shuffle(texts, new Random(seed));
      assertThat(group(texts)).isEqualTo(first);
    }
  }

  @Test
  void oneMoreTextLeavesTheGroupsAsTheyAre() {
    for (var mail : List.of(Generated.city(1_000, 5), Generated.needs(60, 5))) {
      var before = Agreement.parts(group(mail.texts()));
      for (var newcomer : Generated.city(3, 99).texts()) {
        var more = new ArrayList<>(mail.texts());
        more.add(Text.of("new", newcomer.text()));
        assertThat(Agreement.adjustedRand(before, Agreement.parts(group(more))))
            .isGreaterThanOrEqualTo(.98);
      }
    }
  }

  @Test
  void textsThatSayNearlyTheSameAreShownOnce() {
    var texts = new ArrayList<>(MONTH);
    texts.add(Text.of("again", "志愿服务时长记录不规范 ，纸本容易错漏！"));
    texts.add(Text.of("nearly", "志愿服务时长记录不规范，纸本容易错漏的"));
    var group = groupWith(group(texts), "n4");
    assertThat(group.members()).contains("again", "nearly");
    var folded = group.folded().firstEntry();
    assertThat(Set.copyOf(folded.getValue())).hasSize(2);
    assertThat(Set.of("n4", "again", "nearly")).contains(folded.getKey());
  }

  @Test
  void aTextTooOddToBelongAnywhereIsAGroupWhenItWasSentTwice() {
    var grouping = group(List.of(Text.of("a", "古琴断了"), Text.of("b", "古琴断了。"), Text.of("c", "停车难")));
    assertThat(grouping.groups()).extracting(Group::size).containsExactly(2);
    assertThat(grouping.alone()).containsExactly("c");
  }

  @Test
  void whatStaffMergedStaysTogether() {
    var grouping =
        grouper.group(MONTH, new Constraints(List.of(Set.of("n7", "n1")), List.of(), List.of()));
    assertThat(groupWith(grouping, "n7").members()).contains("n1");
  }

  @Test
  void whatStaffSplitStaysApartAndTakesItsLikesWithIt() {
    var grouping =
        grouper.group(
            MONTH,
            new Constraints(List.of(Set.of("n5", "n6")), List.of(Set.of("n4", "n5")), List.of()));
    assertThat(groupWith(grouping, "n5").members()).containsExactlyInAnyOrder("n5", "n6");
    assertThat(grouping.alone()).contains("n4");
  }

  @Test
  void aNameStaysWithTheGroupOfItsAnchors() {
    var names = List.of(new Name("党校分校", Set.of("n1", "n2", "gone")));
    var grouping = grouper.group(MONTH, new Constraints(List.of(), List.of(), names));
    assertThat(groupWith(grouping, "n3").name()).contains("党校分校");
    assertThat(groupWith(grouping, "n4").name()).isEmpty();
  }

  @Test
  void constraintsThatContradictEachOtherAreRefusedByName() {
    var constraints =
        new Constraints(
            List.of(Set.of("n1", "n2"), Set.of("n2", "n3")),
            List.of(Set.of("n1", "n3")),
            List.of());
    assertThatThrownBy(() -> grouper.group(MONTH, constraints))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[n1, n3]");
  }

  @Test
  void anIdThatOccursTwiceIsRefused() {
    assertThatThrownBy(() -> group(List.of(Text.of("x", "停车"), Text.of("x", "噪音"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x");
  }

  @Test
  void growthDistrictsAndKindsAreCounted() {
    var texts =
        IntStream.range(0, MONTH.size())
            .mapToObj(i ->
                new Text(
                    MONTH.get(i).id(),
                    MONTH.get(i).text(),
                    i % 2 == 0 ? "培训" : "政策",
                    i < 2 ? "莘县" : "",
                    Optional.of(YearMonth.of(2021, i == 0 ? 12 : 11).plusMonths(i == 1 ? 1 : 0))))
            .toList();
    var group = groupWith(group(texts), "n1");
    assertThat(group.growth()).contains(new Growth(YearMonth.of(2021, 12), 2, 1));
    assertThat(group.districts()).containsExactly(java.util.Map.entry("莘县", 2));
    assertThat(group.kinds().firstEntry()).isEqualTo(java.util.Map.entry("培训", 2));
    assertThat(groupWith(group(MONTH), "n1").growth()).isEmpty();
  }

  @Test
  void everyFigureOfAnExplanationCanBeCounted() {
    var group = groupWith(group(MONTH), "n1");
    for (var reason : group.explanation().because()) {
      if (reason.key().equals("group.word")) {
        assertThat(reason.values().get("ofAll")).isEqualTo(MONTH.size());
        if ("党务".equals(reason.values().get("word"))) {
          assertThat(reason.values()).containsEntry("here", 3).containsEntry("everywhere", 3);
        }
      }
    }
    assertThat(group.explanation().text()).startsWith("3 texts");
  }

  @Test
  void nothingOneAndBlankTextsAreNoTrouble() {
    assertThat(group(List.of()).groups()).isEmpty();
    assertThat(group(List.of(Text.of("a", "停车难"))).alone()).containsExactly("a");
    var blank =
        group(
            List.of(Text.of("b", " "), Text.of("a", ""), Text.of("c", "！？"), Text.of("d", "123")));
    assertThat(blank.groups()).isEmpty();
    assertThat(blank.alone()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void identicalTextsAreOneGroup() {
    var same = IntStream.range(0, 50).mapToObj(i -> Text.of("t" + i, "小区停车位不够用")).toList();
    var grouping = group(same);
    assertThat(grouping.groups()).extracting(Group::size).containsExactly(50);
    assertThat(grouping.alone()).isEmpty();
  }

  @Test
  void veryLongAndForeignTextsAreNoTrouble() {
    var texts = new ArrayList<>(MONTH);
    texts.add(Text.of("long", "停车位不够用，".repeat(20_000)));
    texts.add(Text.of("en1", "Volunteer hours are not recorded by our association"));
    texts.add(Text.of("en2", "How do we record volunteer hours?"));
    texts.add(Text.of("rare", "𠮷野家𠮷𠮷 \uD842 的😀表情"));
    var grouping = group(texts);
    assertThat(groupWith(grouping, "en1").members()).containsExactlyInAnyOrder("en1", "en2");
    assertThat(grouping.alone()).contains("long", "rare");
  }

  @Test
  void placesOfTheDictionaryBringNothingTogether() {
    var texts = List.of(Text.of("a", "东昌府区古琴修理"), Text.of("b", "东昌府区剪纸教学"), Text.of("c", "莘县蜂箱"));
    assertThat(group(texts).groups()).isEmpty();
  }

  @Test
  void wordsThatAnOfficeSaysMeanTheSameBringTextsTogether() {
    var texts = List.of(Text.of("a", "蒲公英驿站要搬家"), Text.of("b", "向日葵小屋怎么走"), Text.of("c", "剪纸教学"));
    assertThat(group(texts).groups()).isEmpty();
    var own = new Grouper(Dictionary.standardAnd(List.of("蒲公英驿站 向日葵小屋")));
    assertThat(own.group(texts, Constraints.NONE).groups())
        .extracting(group -> Set.copyOf(group.members()))
        .containsExactly(Set.of("a", "b"));
  }

  private Grouping group(List<Text> texts) {
    return grouper.group(texts, Constraints.NONE);
  }

  private static Group groupWith(Grouping grouping, String id) {
    return grouping.groups().stream()
        .filter(group -> group.members().contains(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is in no group"));
  }

  private static List<String> labelWith(Grouping grouping, String id) {
    return groupWith(grouping, id).label();
  }
}
