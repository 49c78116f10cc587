package org.yueyuetan.benchmark;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yueyuetan.engine.panel.Convening;
import org.yueyuetan.engine.panel.Pools;

/** Prints a table for the command: {@code pool|quotas members seats values-of-each-feature…}. */
public final class PanelSamples {

  private PanelSamples() {}

  public static void main(String[] args) {
    int[] numbers = Stream.of(args).skip(1).mapToInt(Integer::parseInt).toArray();
    int[] values = Arrays.copyOfRange(numbers, 2, numbers.length);
    var convening = Pools.generated(numbers[0], numbers[1], values, .1, 1);
    System.out.println(args[0].equals("pool") ? pool(convening, values.length) : quotas(convening));
  }

  private static String pool(Convening convening, int features) {
    var names = Stream.iterate(0, f -> f + 1).limit(features).map(f -> "f" + f).toList();
    return Stream.concat(
            Stream.of("id," + String.join(",", names)),
            convening.members().stream()
                .map(member ->
                    member.id()
                        + names.stream()
                            .map(name -> "," + member.features().get(name))
                            .collect(Collectors.joining())))
        .collect(Collectors.joining("\n"));
  }

  private static String quotas(Convening convening) {
    return Stream.concat(
            Stream.of("feature,value,min,max"),
            convening.quotas().stream()
                .map(q -> "%s,%s,%d,%d".formatted(q.feature(), q.value(), q.min(), q.max())))
        .collect(Collectors.joining("\n"));
  }
}
