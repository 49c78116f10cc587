package org.yueyuetan.platform.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yueyuetan.platform.consensus.Picture.Dot;

class PictureTest {

  private static Picture of(Conversation conversation) {
    return Picture.of(conversation.counting(), Optional.empty());
  }

  private static List<Voice> turned(List<Voice> voices, int across, int up, boolean swapped) {
    return voices.stream()
        .map(voice ->
            new Voice(
                voice.guest(),
                across * (swapped ? voice.y() : voice.x()),
                up * (swapped ? voice.x() : voice.y()),
                voice.group(),
                voice.votes()))
        .toList();
  }

  private static Map<Long, Dot> byGuest(Picture picture) {
    return picture.dots().stream().collect(Collectors.toMap(Dot::guest, dot -> dot));
  }

  /** Corners of an outline; arcs between them only add to it. */
  private static Path2D corners(String path) {
    var polygon = new Path2D.Double();
    Pattern.compile("([ML]|A\\S+ \\S+ 0 0 1 )(-?[0-9.]+) (-?[0-9.]+)")
        .matcher(path)
        .results()
        .forEach(corner -> {
          double x = Double.parseDouble(corner.group(2));
          double y = Double.parseDouble(corner.group(3));
          if (corner.group(1).equals("M")) {
            polygon.moveTo(x, y);
          } else {
            polygon.lineTo(x, y);
          }
        });
    polygon.closePath();
    return polygon;
  }

  @Test
  void twoCampsAreTwoRegionsWithAllTheirPeopleInside() {
    var conversation = Room.of(12, 1, 20, 14).conversation();
    var picture = of(conversation);

    assertThat(picture.dots()).hasSize(34);
    assertThat(picture.regions()).extracting(Picture.Region::size).containsExactly(20, 14);
    for (var region : picture.regions()) {
      var inside = corners(region.path());
      for (var dot : picture.dots()) {
        assertThat(inside.contains(dot.at().x(), dot.at().y()))
            .isEqualTo(dot.group() == region.number());
      }
    }
  }

  @Test
  void nobodyHidesBehindSomebodyWhoVotedTheSame() {
    var voices =
        IntStream.range(0, 60)
            .mapToObj(i -> new Voice(i, i % 2, 0, OptionalInt.of(1 + i % 2), Map.of()))
            .toList();
    var picture = Picture.of(voices, Optional.empty());

    for (var one : picture.dots()) {
      assertThat(one.at().x()).isBetween(0., (double) Picture.WIDTH);
      assertThat(one.at().y()).isBetween(0., (double) Picture.HEIGHT);
      for (var other : picture.dots()) {
        if (one.guest() < other.guest()) {
          assertThat(Math.hypot(one.at().x() - other.at().x(), one.at().y() - other.at().y()))
              .isGreaterThan(picture.radius());
        }
      }
    }
  }

  @Test
  void noLetterHidesAPersonOrAnotherLetter() {
    for (int seed = 1; seed <= 12; seed++) {
      var picture = of(Room.of(12, seed, 14, 9, 6).conversation());
      for (var region : picture.regions()) {
        assertThat(picture.dots())
            .as("seed " + seed)
            .noneMatch(dot -> Picture.covers(region.badge(), dot.at(), picture.radius()));
        assertThat(picture.regions())
            .filteredOn(other -> other.number() != region.number())
            .noneMatch(other ->
                Math.hypot(
                        other.badge().x() - region.badge().x(),
                        other.badge().y() - region.badge().y())
                    < 26);
      }
    }
  }

  @Test
  void theNextPictureLiesAsTheOneBeforeWhateverTheAxesDo() {
    var counting = Room.of(12, 1, 20, 14).conversation().counting();
    var before = Picture.of(counting, Optional.empty());
    var was = byGuest(before);

    for (int across : new int[] {1, -1}) {
      for (int up : new int[] {1, -1}) {
        for (var swapped : List.of(true, false)) {
          var after = Picture.of(turned(counting, across, up, swapped), Optional.of(before));
          for (var dot : after.dots()) {
            var old = Objects.requireNonNull(was.get(dot.guest()));
            assertThat(dot.key()).isEqualTo(old.key());
            assertThat(dot.at().x()).isCloseTo(old.at().x(), within(1.));
            assertThat(dot.at().y()).isCloseTo(old.at().y(), within(1.));
          }
        }
      }
    }
  }

  @Test
  void onePersonAndPeopleInALineHaveARegionToo() {
    for (int people : new int[] {1, 2, 3}) {
      var voices =
          IntStream.range(0, people)
              .mapToObj(i -> new Voice(i, i * 100, 0, OptionalInt.of(1), Map.of()))
              .toList();
      var picture = Picture.of(voices, Optional.empty());
      assertThat(picture.regions().getFirst().path())
          .startsWith("M")
          .endsWith("Z")
          .doesNotContain("NaN");
    }
  }

  @Test
  void fiveHundredAreDrawnInTheBlinkOfAnEye() {
    var counting = Room.of(30, 1, 250, 150, 100).conversation().counting();
    of(Room.of(30, 1, 250, 150, 100).conversation());
    long start = System.nanoTime();
    Picture.of(counting, Optional.empty());
    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(500);
  }
}
