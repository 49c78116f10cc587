package org.yueyuetan.engine.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where participants stand, those on one spot taken together: they are moved between groups as one.
 * Up to {@link #MOST} different places each is a spot of its own, and all that is computed from
 * spots is exact. Beyond, participants in one square of the finest grid that has so few squares in
 * use share a spot at their mean.
 *
 * @param x of each spot
 * @param y of each spot
 * @param weight how many participants stand there
 * @param of for each participant the spot, numbered in the order of participants
 */
@SuppressWarnings("ArrayRecordComponent") // read in tight loops, never compared and never changed
record Spots(double[] x, double[] y, int[] weight, int[] of) {

  static final int MOST = 2_000;

  private record Square(double column, double row) {}

  /** Time P for P participants, some 20 times when a grid is needed. */
  static Spots of(double[] x, double[] y) {
    double[] across = bounds(x);
    double[] up = bounds(y);
    double side = Math.max(across[1] - across[0], up[1] - up[0]);
    var squares = new ArrayList<Square>(x.length);
    for (int i = 0; i < x.length; i++) {
      squares.add(new Square(x[i] + 0., y[i] + 0.));
    }
    int[] of = numbered(squares);
    for (double fine = 4_096; of.length < x.length; fine *= .8) {
      squares.clear();
      for (int i = 0; i < x.length; i++) {
        squares.add(
            new Square(
                Math.floor((x[i] - across[0]) / side * fine),
                Math.floor((y[i] - up[0]) / side * fine)));
      }
      of = numbered(squares);
    }
    return at(x, y, of);
  }

  private static double[] bounds(double[] along) {
    return new double[] {
      Arrays.stream(along).min().orElse(0), Arrays.stream(along).max().orElse(0)
    };
  }

  /** The number of the square of each participant; nothing if there are too many squares. */
  private static int[] numbered(List<Square> squares) {
    Map<Square, Integer> numbers = new HashMap<>();
    int[] of = new int[squares.size()];
    for (int i = 0; i < of.length; i++) {
      int next = numbers.size();
      of[i] = numbers.computeIfAbsent(squares.get(i), square -> next);
      if (numbers.size() > MOST) {
        return new int[0];
      }
    }
    return of;
  }

  private static Spots at(double[] x, double[] y, int[] of) {
    int count = Arrays.stream(of).max().orElse(-1) + 1;
    double[] atX = new double[count];
    double[] atY = new double[count];
    int[] weight = new int[count];
    for (int i = 0; i < of.length; i++) {
      // Running means: a spot of equal places is exactly there.
      int spot = of[i];
      weight[spot]++;
      atX[spot] += (x[i] - atX[spot]) / weight[spot];
      atY[spot] += (y[i] - atY[spot]) / weight[spot];
    }
    return new Spots(atX, atY, weight, of);
  }

  int count() {
    return weight.length;
  }

  /** From every spot to every other. */
  double[][] distances() {
    double[][] distance = new double[count()][count()];
    for (int i = 0; i < count(); i++) {
      for (int j = 0; j < i; j++) {
        double across = x[i] - x[j];
        double up = y[i] - y[j];
        distance[i][j] = Math.sqrt(across * across + up * up);
        distance[j][i] = distance[i][j];
      }
    }
    return distance;
  }
}
