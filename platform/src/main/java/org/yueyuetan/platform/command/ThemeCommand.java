package org.yueyuetan.platform.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yueyuetan.engine.theme.Comparison;
import org.yueyuetan.engine.theme.Metrics;
import org.yueyuetan.engine.theme.Rule;
import org.yueyuetan.engine.theme.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Chooses themes as the platform does, from a file that anyone may download or write. */
@Command(
    name = "theme",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Chooses a theme in every round of the histories in FILE and says why, in JSON.",
      "按所选规则为每一轮选定主题，并以 JSON 说明理由。",
      "",
      "FILE holds [{\"voters\":[...],\"rounds\":[{\"cands\":[...],\"approvals\":[[...per voter...]]}]}].",
      "A round may have \"voters\" of its own where some joined or left, a \"name\", and \"decided\":",
      "what people chose, on which later rounds then build.",
      "Rules 规则: av pav unit-cost reset consensus nash equality quota phragmen dry-spell fair-turn;",
      "\"default\" is fair-turn, \"all\" runs every one. They are defined in docs/theme.md.",
      ""
    })
public final class ThemeCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      defaultValue = "default",
      description = "The rule, 规则 (default: ${DEFAULT-VALUE})")
  private String rule = "default";

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "Histories, 历史记录 (JSON)")
  private @Nullable Path file;

  @Option(
      names = "--simulate",
      paramLabel = "N",
      description = {
        "Instead of a file: play all rules on N random histories and print a table,",
        "不读文件，改为在 N 份随机历史上比较全部规则"
      })
  private @Nullable Integer simulate;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the random histories, 随机种子 (default: ${DEFAULT-VALUE})")
  private long seed;

  @Override
  public Integer call() {
    var commandLine = require(spec).commandLine();
    if (simulate != null) {
      if (simulate < 1 || file != null) {
        throw new ParameterException(
            commandLine,
            simulate < 1
                ? "--simulate needs a number from 1 on, not " + simulate
                : "give either a FILE or --simulate, not both");
      }
      table(commandLine.getOut(), simulate);
    } else if (file != null) {
      choose(commandLine.getOut(), rules(), file);
    } else {
      throw new ParameterException(commandLine, "which FILE? Or --simulate N");
    }
    return 0;
  }

  private List<Rule> rules() {
    try {
      return switch (rule) {
        case "all" -> List.of(Rule.values());
        case "default" -> List.of(Rule.DEFAULT);
        default -> List.of(Rule.named(rule));
      };
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException(
          require(spec).commandLine(), unknown.getMessage() + "; also default and all", unknown);
    }
  }

  /** One result a line, so that a long answer can be read while it is computed. */
  private static void choose(PrintWriter out, List<Rule> rules, Path file) {
    var json = JsonMapper.builder().build();
    var separator = "[\n";
    for (var history : HistoryFile.read(file)) {
      for (var rule : rules) {
        var choices = rule.choose(history.history());
        var winners = choices.stream().map(choice -> choice.winner()).toList();
        var result = json.createObjectNode();
        result.put("rule", rule.key());
        result.set("winners", history.asWritten(winners));
        result.set(
            "metrics",
            json.valueToTree(Metrics.of(history.history(), history.history().settled(winners))));
        var reasons = result.putArray("explanation");
        choices.forEach(choice -> reasons.add(ExplanationJson.of(choice.explanation())));
        out.print(separator + result);
        separator = ",\n";
      }
    }
    out.println(separator.equals("[\n") ? "[]" : "\n]");
    out.flush();
  }

  private void table(PrintWriter out, int histories) {
    out.println(
        "| rule | compliance | Gini | satisfaction | mean compliance | mean Gini | longest dry spell |");
    out.println("| --- | --- | --- | --- | --- | --- | --- |");
    Comparison.of(List.of(Rule.values()), Simulation.AAAI_2020, histories, seed)
        .forEach(row ->
            out.println(
                String.format(
                    Locale.ROOT,
                    "| `%s` | %.4f | %.4f | %.4f | %.4f | %.4f | %d |",
                    row.rule().key(),
                    row.quotaCompliance(),
                    row.influenceGini(),
                    row.satisfaction(),
                    row.meanQuotaCompliance(),
                    row.meanInfluenceGini(),
                    row.longestDrySpell())));
    out.flush();
  }

  private static CommandSpec require(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the specification before it calls");
    }
    return spec;
  }
}
