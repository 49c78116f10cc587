package org.yueyuetan.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.yueyuetan.engine.group.Agreement;
import org.yueyuetan.engine.group.Constraints;
import org.yueyuetan.engine.group.Dictionary;
import org.yueyuetan.engine.group.Generated;
import org.yueyuetan.engine.group.Grouper;

/**
 * How well grouping finds the subjects of generated texts: a row for each set and seed. Arguments
 * name the seeds; without, those of {@code docs/group.md}.
 */
public final class Quality {

  private static final int ISSUES = 3;

  private record Sample(String name, boolean issues, LongFunction<Generated> texts) {}

  private static final List<Sample> SAMPLES =
      List.of(
          new Sample("city mail, 4,326", true, seed -> Generated.city(4_326, seed)),
          new Sample("county mail, 2,000", false, seed -> Generated.county(2_000, seed)),
          new Sample("county mail, 300", false, seed -> Generated.county(300, seed)),
          new Sample("needs, 300", false, seed -> Generated.needs(300, seed)),
          new Sample("needs, 70 (a month)", false, seed -> Generated.needs(70, seed)),
          new Sample("needs, 20", false, seed -> Generated.needs(20, seed)),
          new Sample("titles, 20,000", true, seed -> Generated.titles(20_000, seed)));

  private Quality() {}

  public static void main(String[] seeds) {
    System.out.println("| texts | seed | ARI | groups | alone | F1 of the three issues |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    for (var sample : SAMPLES) {
      var chosen =
          seeds.length == 0
              ? LongStream.rangeClosed(21, 25)
              : Arrays.stream(seeds).mapToLong(Long::parseLong);
      chosen.forEach(seed -> System.out.println(row(sample, seed)));
    }
  }

  private static String row(Sample sample, long seed) {
    var generated = sample.texts.apply(seed);
    var grouping = new Grouper(Dictionary.standard()).group(generated.texts(), Constraints.NONE);
    var issues =
        sample.issues
            ? IntStream.range(0, ISSUES)
                .mapToObj(issue -> decimals(Agreement.bestF1(grouping, generated.subject(), issue)))
                .toList()
            : List.<String>of();
    return "| %s | %d | %s | %d | %d | %s |"
        .formatted(
            sample.name,
            seed,
            decimals(Agreement.adjustedRand(Agreement.parts(grouping), generated.subject())),
            grouping.groups().size(),
            grouping.alone().size(),
            String.join("; ", issues));
  }

  private static String decimals(double figure) {
    return String.format(Locale.ROOT, "%.3f", figure);
  }
}
