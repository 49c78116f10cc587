package org.yueyuetan.platform.demo;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.organization.Field;
import org.yueyuetan.platform.organization.Level;
import org.yueyuetan.platform.panel.Allotment;
import org.yueyuetan.platform.panel.Feature;
import org.yueyuetan.platform.panel.Plan;
import org.yueyuetan.platform.panel.Relevance;
import org.yueyuetan.platform.panel.Sortitions;
import org.yueyuetan.platform.panel.Substitutes;
import org.yueyuetan.platform.region.Region;
import org.yueyuetan.platform.region.Regions;

/** One talk of the year is convened by lot, from a seed that draws the same on every computer. */
record LotteryScene(
    Sortitions sortitions, Substitutes substitutes, Regions regions, DemoClock clock) {

  static final YearMonth MONTH = YearMonth.of(2021, 8);

  /** A sample: anybody can read it here, which no seed of a real draw may allow. */
  private static final String SEED =
      "20210813aa5e7f3c9d1b4862e0f75a1c8b93d64e27f0a1b5c6d8e9f011223344";

  private static final Duration STEP = Duration.ofMinutes(20);
  private static final int FEWEST_OF_A_COUNTY = 2;
  private static final int MOST_OF_A_COUNTY = 6;
  private static final int MOST_OF_THE_CITY = 14;

  /** Commitment, list and draw, one after the other. */
  void draw(long talk, int seats, List<Long> musts, SignedIn me) {
    sortitions.save(talk, plan(seats, musts), 0, me);
    sortitions.commit(talk, 0, SEED, "", me);
    clock.set(clock.instant().plus(STEP));
    sortitions
        .freeze(talk, 1, "", me)
        .ifPresent(preview -> {
          throw new IllegalStateException("nothing to draw: " + preview.adjustments());
        });
    clock.set(clock.instant().plus(STEP));
    sortitions.draw(talk, 2, "", me);
  }

  /** For those who declined. */
  int substitute(long talk, SignedIn me) {
    return substitutes.substitute(talk, 3, me);
  }

  private Plan plan(int seats, List<Long> musts) {
    var allotments = new ArrayList<Allotment>();
    regions.counties().stream()
        .filter(county -> !county.local())
        .map(Region::code)
        .forEach(code ->
            allotments.add(
                new Allotment(Feature.DISTRICT, code, FEWEST_OF_A_COUNTY, MOST_OF_A_COUNTY)));
    allotments.add(new Allotment(Feature.LEVEL, Level.CITY.name(), 0, MOST_OF_THE_CITY));
    return new Plan(
        seats,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.of(Field.VOLUNTEER),
        Relevance.MODERATE,
        true,
        allotments,
        musts);
  }
}
