package org.yueyuetan.platform.project;

import java.util.List;
import org.yueyuetan.engine.Explanation;
import org.yueyuetan.engine.suggest.Match;
import org.yueyuetan.platform.region.Region;
import org.yueyuetan.platform.region.Regions;

/**
 * A partner that comes into question, with the numbers that speak for it.
 *
 * @param item of the project that the provision could serve
 */
public record Suggestion(Project project, Item item, Provision provision, Match match) {

  public long score() {
    return Math.round(match.score());
  }

  /** Words that both texts have, the weightiest first. */
  public List<String> words() {
    return leaf("suggest.words").values().get("words") instanceof List<?> words
        ? words.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** Points for one likeness, e.g. {@code field}. */
  public double points(String likeness) {
    return leaf("suggest." + likeness).values().get("points") instanceof Number points
        ? points.doubleValue()
        : 0;
  }

  /** Points that this likeness gives at most. */
  public long most(String likeness) {
    return number("suggest." + likeness, "most");
  }

  /**
   * Whether both lie in one county; else one of them is about the whole city, or they are apart.
   */
  public boolean sameCounty(Regions regions) {
    return regions
        .county(project.region())
        .map(Region::code)
        .equals(regions.county(provision.region()).map(Region::code));
  }

  /** Days of the project that the provision covers. */
  public long days() {
    return number("suggest.span", "days");
  }

  /** How much of the item the provision could give; 0 when the units differ. */
  public long usable() {
    return number("suggest.amount", "usable");
  }

  /** How much of the item is still open. */
  public long open() {
    return number("suggest.amount", "of");
  }

  private long number(String key, String name) {
    return leaf(key).values().get(name) instanceof Number number ? number.longValue() : 0;
  }

  private Explanation leaf(String key) {
    return match.why().because().stream()
        .filter(why -> why.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
