package org.yueyuetan.platform.command;

import java.io.BufferedWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yueyuetan.engine.match.Allocation;
import org.yueyuetan.engine.match.Certificate;
import org.yueyuetan.engine.match.Matching;
import org.yueyuetan.engine.match.Side;
import org.yueyuetan.engine.match.Unfilled;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Matches two sides that ranked each other and prints who has how much of whom, as JSON. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header =
        "Stable allocation of two sides that ranked each other; prints JSON. 双向选择：按双方志愿稳定匹配，输出 JSON。",
    footer = {
      "",
      "Left and right: columns id,quota; left also lot, the smallest amount of use.",
      "Pairs: columns left,right,left_rank,right_rank and, if there are limits, cap;",
      "rank 1 is best, an empty rank means not acceptable.",
      "两侧名册的列：id,quota（左侧可加 lot，最小份额）；",
      "志愿表的列：left,right,left_rank,right_rank（可加 cap，这一对的上限）；",
      "1 为第一志愿，空为不接受。",
      "What is computed, and how to check it, is told in docs/match.md."
    })
public final class MatchCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--left", required = true, description = "table (CSV) of one side 左侧名册")
  private Path left = Path.of("");

  @Option(names = "--right", required = true, description = "table (CSV) of the other 右侧名册")
  private Path right = Path.of("");

  @Option(names = "--pairs", required = true, description = "table (CSV) of ranks 志愿表")
  private Path pairs = Path.of("");

  @Option(
      names = "--optimal",
      paramLabel = "SIDE",
      defaultValue = "left",
      description =
          "for whom it is to be the best, left or right 以哪一侧为优 (default: ${DEFAULT-VALUE})")
  private String optimal = "left";

  @Option(
      names = "--seed",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "of the lots that order whom somebody ranks the same 同名次排序用的种子")
  private String seed = "";

  @Override
  public Integer call() {
    var line = Objects.requireNonNull(spec).commandLine();
    var side = side(line);
    var market = MarketFiles.read(left, right, pairs, seed);
    var matching = Matching.of(market);
    var out = new BufferedWriter(line.getOut(), 1 << 16);
    var mapper = JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (var json = mapper.createGenerator(out)) {
      write(json, matching, side);
    }
    line.getOut().println();
    line.getOut().flush();
    return CommandLine.ExitCode.OK;
  }

  private Side side(CommandLine line) {
    return switch (optimal) {
      case "left" -> Side.LEFT;
      case "right" -> Side.RIGHT;
      default ->
          throw new CommandLine.ParameterException(
              line, "--optimal is left or right, not %s; 请写 left 或 right".formatted(optimal));
    };
  }

  /** Written as it is read off the result: there may be millions of rows. */
  private void write(JsonGenerator json, Matching matching, Side side) {
    var allocation = matching.optimal(side);
    var unfilledLeft = allocation.unfilled(Side.LEFT);
    var unfilledRight = allocation.unfilled(Side.RIGHT);
    json.writeStartObject();
    json.writeStringProperty("optimal", optimal);
    json.writeStringProperty("seed", seed);
    json.writeNumberProperty("total", allocation.total());
    allocation(json, allocation);
    json.writeObjectPropertyStart("unmatched");
    unmatched(json, "left", unfilledLeft);
    unmatched(json, "right", unfilledRight);
    json.writeEndObject();
    json.writeNumberProperty("blockingPairs", allocation.certificate().blocking().size());
    certificate(json, allocation.certificate());
    json.writeObjectPropertyStart("unfilled");
    unfilled(json, "left", unfilledLeft);
    unfilled(json, "right", unfilledRight);
    json.writeEndObject();
    differences(json, matching);
    json.writePOJOProperty("explanation", ExplanationJson.of(matching.explanation()));
    json.writeEndObject();
  }

  private static void allocation(JsonGenerator json, Allocation allocation) {
    json.writeArrayPropertyStart("allocation");
    for (var gift : allocation.gifts()) {
      json.writeStartObject();
      json.writeStringProperty("left", gift.left());
      json.writeStringProperty("right", gift.right());
      json.writeNumberProperty("amount", gift.amount());
      json.writeNumberProperty("leftRank", gift.leftRank());
      json.writeNumberProperty("rightRank", gift.rightRank());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void unmatched(JsonGenerator json, String side, List<Unfilled> unfilled) {
    json.writeArrayPropertyStart(side);
    for (var party : unfilled) {
      if (party.isUnmatched()) {
        json.writeString(party.id());
      }
    }
    json.writeEndArray();
  }

  private static void unfilled(JsonGenerator json, String side, List<Unfilled> unfilled) {
    json.writeArrayPropertyStart(side);
    for (var party : unfilled) {
      json.writeStartObject();
      json.writeStringProperty("id", party.id());
      json.writeNumberProperty("quota", party.quota());
      json.writeNumberProperty("missing", party.missing());
      json.writeStringProperty("reason", party.reason().name().toLowerCase(Locale.ROOT));
      json.writeNumberProperty("partners", party.partners());
      json.writeNumberProperty("preferred", party.preferred());
      json.writeNumberProperty("capped", party.capped());
      json.writeNumberProperty("tooSmall", party.tooSmall());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void certificate(JsonGenerator json, Certificate certificate) {
    json.writeObjectPropertyStart("certificate");
    json.writeNumberProperty("pairs", certificate.pairs());
    json.writeNumberProperty("atCap", certificate.atCap());
    json.writeNumberProperty("leftContent", certificate.leftContent());
    json.writeNumberProperty("rightContent", certificate.rightContent());
    json.writeNumberProperty("belowLot", certificate.belowLot());
    json.writeArrayPropertyStart("blocking");
    for (var blocking : certificate.blocking()) {
      json.writeStartObject();
      json.writeStringProperty("left", blocking.left());
      json.writeStringProperty("right", blocking.right());
      json.writeNumberProperty("amount", blocking.amount());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void differences(JsonGenerator json, Matching matching) {
    json.writeArrayPropertyStart("differences");
    for (var difference : matching.differences()) {
      json.writeStartObject();
      json.writeStringProperty("left", difference.left());
      json.writeStringProperty("right", difference.right());
      json.writeNumberProperty("leftOptimal", difference.leftOptimal());
      json.writeNumberProperty("rightOptimal", difference.rightOptimal());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
