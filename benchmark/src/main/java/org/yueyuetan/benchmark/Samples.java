package org.yueyuetan.benchmark;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yueyuetan.engine.group.Generated;
import org.yueyuetan.engine.theme.History;
import org.yueyuetan.engine.theme.Simulation;

/**
 * Prints generated input for the commands: {@code texts N}, {@code titles N} or {@code history N}.
 */
public final class Samples {

  private Samples() {}

  public static void main(String[] args) {
    int count = Integer.parseInt(args[1]);
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    switch (args[0]) {
      case "texts" -> table(Generated.city(count, 21), out);
      case "titles" -> table(Generated.titles(count, 21), out);
      case "history" -> out.println(json(new Simulation(count, 12, 120, .2, 1.5).history(1)));
      default -> throw new IllegalArgumentException("texts, titles or history, not " + args[0]);
    }
    out.flush();
  }

  /** The words hold no quotation marks and no line breaks. */
  private static void table(Generated generated, PrintStream out) {
    out.println("id,text");
    generated.texts().forEach(text -> out.println(text.id() + ",\"" + text.text() + "\""));
  }

  private static String json(History history) {
    var voters = history.voters();
    var rounds =
        history.rounds().stream()
            .map(round -> {
              var ballots =
                  voters.stream().map(voter -> list(round.approvals().get(voter).stream()));
              return "{\"cands\":%s,\"approvals\":[%s]}"
                  .formatted(
                      list(round.candidates().stream()), ballots.collect(Collectors.joining(",")));
            })
            .collect(Collectors.joining(",\n"));
    return "[{\"voters\":%s,\"rounds\":[%s]}]".formatted(list(voters.stream()), rounds);
  }

  private static String list(Stream<String> names) {
    return names.collect(Collectors.joining("\",\"", "[\"", "\"]")).replace("[\"\"]", "[]");
  }
}
