package org.yueyuetan.engine.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Generated pools: values of features come forward more or less eagerly than their quota asks. */
public final class Pools {

  private Pools() {}

  /**
   * A pool and quotas near what values of features are worth.
   *
   * @param values how many values each feature has
   * @param slack share of its mean by which a quota may be missed
   */
  public static Convening generated(int members, int seats, int[] values, double slack, long seed) {
    var random = new SplittableRandom(seed);
    var quotas = new ArrayList<Quota>();
    var chances = new ArrayList<double[]>();
    for (int feature = 0; feature < values.length; feature++) {
      double[] share = shares(random.doubles(values[feature], .5, 1.5).toArray());
      double[] eager = random.doubles(values[feature], .3, 2).toArray();
      chances.add(
          shares(IntStream.range(0, eager.length).mapToDouble(v -> share[v] * eager[v]).toArray()));
      for (int value = 0; value < share.length; value++) {
        double mean = seats * share[value];
        quotas.add(
            new Quota(
                "f" + feature,
                "v" + value,
                (int) Math.floor(mean * (1 - slack)),
                (int) Math.ceil(mean * (1 + slack))));
      }
    }
    var pool = new ArrayList<Member>();
    for (int member = 0; member < members; member++) {
      var features = new HashMap<String, String>();
      for (int feature = 0; feature < values.length; feature++) {
        double at = random.nextDouble();
        int value = 0;
        while (value < values[feature] - 1 && at > chances.get(feature)[value]) {
          at -= chances.get(feature)[value++];
        }
        features.put("f" + feature, "v" + value);
      }
      pool.add(Member.of("m%04d".formatted(member), features));
    }
    return new Convening(pool, quotas, seats);
  }

  private static double[] shares(double[] parts) {
    double sum = IntStream.range(0, parts.length).mapToDouble(i -> parts[i]).sum();
    return IntStream.range(0, parts.length).mapToDouble(i -> parts[i] / sum).toArray();
  }

  /** All sets of members of the right size that keep quotas and contain who must be invited. */
  static List<List<Member>> panels(Convening convening) {
    return subsets(convening).stream()
        .filter(
            panel -> convening.members().stream().filter(Member::must).allMatch(panel::contains))
        .filter(panel -> convening.quotas().stream().allMatch(quota -> keeps(quota, panel)))
        .toList();
  }

  /** All sets of members of the right size. */
  static List<List<Member>> subsets(Convening convening) {
    int count = convening.members().size();
    return IntStream.range(0, 1 << count)
        .filter(set -> Integer.bitCount(set) == convening.seats())
        .mapToObj(set ->
            IntStream.range(0, count)
                .filter(i -> (set >> i & 1) == 1)
                .mapToObj(convening.members()::get)
                .toList())
        .toList();
  }

  static boolean keeps(Quota quota, List<Member> panel) {
    long count = panel.stream().filter(member -> member.has(quota)).count();
    return quota.min() <= count && count <= quota.max();
  }
}
