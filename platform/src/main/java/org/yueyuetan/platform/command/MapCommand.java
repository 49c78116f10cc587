package org.yueyuetan.platform.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yueyuetan.engine.map.Held;
import org.yueyuetan.engine.map.OpinionGroup;
import org.yueyuetan.engine.map.OpinionMap;
import org.yueyuetan.engine.map.Place;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Draws the map of a table of votes and prints it as JSON. */
@Command(
    name = "map",
    mixinStandardHelpOptions = true,
    header = "Shows what a room agrees on; prints JSON. 由表态结果绘制意见地图，输出 JSON。",
    footer = {
      "",
      "Votes: a row per participant, column \"participant\" and one column per opinion with",
      "1 (agree 赞成), 0 (pass 弃权), -1 (disagree 反对) or nothing (not seen 未看到).",
      "Comments: columns \"comment-id\" and \"moderated\"; -1 leaves the opinion out (不采用).",
      "The method is told in docs/map.md."
    })
public final class MapCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--votes", required = true, description = "table (CSV) of votes 表态表")
  private Path votes = Path.of("");

  @Option(names = "--comments", description = "table (CSV) of opinions 意见表")
  private @Nullable Path comments;

  @Override
  public Integer call() {
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    var map = OpinionMap.of(VotesFile.read(votes, comments));
    JsonMapper.builder().build().writeValue(out, json(map));
    out.println();
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private static Map<String, Object> json(OpinionMap map) {
    var json = new LinkedHashMap<String, Object>();
    json.put("participants", map.places().stream().map(MapCommand::json).toList());
    json.put("groups", map.groups().stream().map(MapCommand::json).toList());
    json.put("consensus", map.consensus().stream().map(MapCommand::json).toList());
    var groupAware = new LinkedHashMap<String, Double>();
    map.groupAware().forEach(aware -> groupAware.put(aware.opinion(), aware.value()));
    json.put("groupAware", groupAware);
    json.put("silhouette", map.silhouette().isPresent() ? map.silhouette().getAsDouble() : null);
    json.put("k", map.groups().size());
    json.put("priority", map.priorities().weight());
    json.put("explanation", map.explanation());
    json.put(
        "groupAwareExplanation",
        map.groupAware().stream().map(aware -> aware.explanation()).toList());
    return json;
  }

  private static Map<String, Object> json(Place place) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", place.participant());
    json.put("x", place.x());
    json.put("y", place.y());
    json.put("group", place.group().isPresent() ? place.group().getAsInt() : null);
    return json;
  }

  private static Map<String, Object> json(OpinionGroup group) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", group.number());
    json.put("size", group.size());
    json.put("representative", group.representative().stream().map(MapCommand::json).toList());
    json.put("explanation", group.explanation());
    return json;
  }

  private static Map<String, Object> json(Held held) {
    var json = new LinkedHashMap<String, Object>();
    json.put("comment", held.opinion());
    json.put("side", held.side().name().toLowerCase(Locale.ROOT));
    json.put("agree", held.agree());
    json.put("disagree", held.disagree());
    json.put("seen", held.seen());
    json.put("score", held.score());
    json.put("explanation", held.explanation());
    return json;
  }
}
