package org.yueyuetan.platform.consensus;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Optional;
import org.yueyuetan.engine.map.Vote;

/**
 * The picture as one reader sees it, ready for an SVG: with their own dot, and either groups told
 * apart or, for one opinion, who is on which side.
 */
public record Plot(List<Mark> marks, List<Area> areas, double radius, boolean bySide) {

  public static final int WIDTH = Picture.WIDTH;
  public static final int HEIGHT = Picture.HEIGHT;

  /** How a dot is drawn: a shape of its own for each. */
  public enum Look {
    MEMBER,
    AGREE,
    DISAGREE,
    PASS,
    UNSEEN,
    /** In a group that is too small to be shown. */
    APART
  }

  /** A person, who stays unnamed. */
  public record Mark(String key, double x, double y, int group, Look look, boolean own) {}

  /** A group's region with the place of its letter. */
  public record Area(int number, String letter, String path, double x, double y, int size) {
    public boolean wordsUnder() {
      return Picture.wordsUnder(y);
    }
  }

  public Plot {
    marks = List.copyOf(marks);
    areas = List.copyOf(areas);
  }

  /** For everybody alike. */
  static Plot of(Picture picture) {
    return of(picture, List.of(), Optional.empty(), Optional.empty());
  }

  /**
   * @param opinion whose sides are shown
   * @param own the reader
   */
  static Plot of(Picture picture, List<Voice> voices, Optional<Long> opinion, Optional<Long> own) {
    var said = voices.stream().collect(toMap(Voice::guest, Voice::votes));
    return new Plot(
        picture.dots().stream()
            .map(dot -> {
              var vote =
                  opinion.flatMap(
                      id -> Optional.ofNullable(said.get(dot.guest())).map(votes -> votes.get(id)));
              return new Mark(
                  dot.key(),
                  dot.at().x(),
                  dot.at().y(),
                  dot.group(),
                  look(dot, opinion.isPresent(), vote),
                  own.filter(guest -> guest == dot.guest()).isPresent());
            })
            .toList(),
        picture.regions().stream()
            .map(region ->
                new Area(
                    region.number(),
                    Picture.letter(region.number()),
                    region.path(),
                    region.badge().x(),
                    region.badge().y(),
                    region.size()))
            .toList(),
        picture.radius(),
        opinion.isPresent());
  }

  private static Look look(Picture.Dot dot, boolean bySide, Optional<Vote> vote) {
    if (dot.group() == 0) {
      return Look.APART;
    }
    return bySide
        ? vote.map(side ->
                switch (side) {
                  case AGREE -> Look.AGREE;
                  case DISAGREE -> Look.DISAGREE;
                  case PASS -> Look.PASS;
                })
            .orElse(Look.UNSEEN)
        : Look.MEMBER;
  }

  /** A number as SVG takes it. */
  public static String number(double value) {
    return Picture.number(value);
  }

  /** A diamond of the size of a dot. */
  public String diamond(Mark mark) {
    double r = radius * 1.2;
    return "M%s %sL%s %sL%s %sL%s %sZ"
        .formatted(
            number(mark.x),
            number(mark.y - r),
            number(mark.x + r),
            number(mark.y),
            number(mark.x),
            number(mark.y + r),
            number(mark.x - r),
            number(mark.y));
  }
}
