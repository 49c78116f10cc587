package org.yueyuetan.engine.theme;

import java.util.Arrays;
import java.util.List;

/**
 * Perpetual Phragmén: a decision is a load of one, borne by those supporters whom it does not
 * burden more than before; the candidate that keeps the highest load lowest wins.
 */
final class PhragmenTally implements Tally {

  private final int voters;
  private final Ledger load;

  PhragmenTally(int voters) {
    this.voters = voters;
    load = new Ledger(voters, 0, 1);
  }

  @Override
  public void welcome(Turn turn) {
    Medians.welcome(turn, load);
  }

  @Override
  public List<Score> scores(Turn turn, Waits waits) {
    int[] lightest = lightestFirst(turn.voters());
    int[] place = new int[voters];
    for (int i = 0; i < lightest.length; i++) {
      place[lightest[i]] = i;
    }
    return Arrays.stream(turn.supporters())
        .map(group -> Arrays.stream(group).map(voter -> place[voter]).sorted())
        .map(places -> places.map(i -> lightest[i]).toArray())
        .map(group -> group.length == 0 ? Score.NONE : Score.of(level(bearers(group)).negated()))
        .toList();
  }

  private int[] lightestFirst(int[] voters) {
    return Arrays.stream(voters).boxed().sorted(load::compare).mapToInt(voter -> voter).toArray();
  }

  /** Those who end at the same level when supporters already above it bear nothing. */
  private int[] bearers(int[] lightestFirst) {
    var bearers = lightestFirst;
    while (true) {
      var level = level(bearers);
      int count = bearers.length;
      while (load.compare(bearers[count - 1], level) > 0) {
        count--;
      }
      if (count == bearers.length) {
        return bearers;
      }
      bearers = Arrays.copyOf(bearers, count);
    }
  }

  private Fraction level(int[] bearers) {
    return load.sum(bearers, bearers.length).plus(Fraction.of(1)).dividedBy(bearers.length);
  }

  @Override
  public void settle(Turn turn, int winner) {
    var group = turn.supporters()[winner];
    if (group.length > 0) {
      var bearers = bearers(lightestFirst(group));
      load.set(bearers, level(bearers).reduced());
    }
  }

  @Override
  public Fraction standing(int voter) {
    return load.get(voter);
  }
}
