package org.yueyuetan.platform.consensus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.yueyuetan.engine.map.Held;
import org.yueyuetan.engine.map.OpinionGroup;
import org.yueyuetan.engine.map.Vote;
import org.yueyuetan.platform.opinion.Opinion;

/**
 * What a reader is told of a conversation, in the order of the page. All counts are of the same
 * people: those in the groups that are shown, or, while there are too few for a map, everybody who
 * voted.
 *
 * @param voters everybody who voted at all
 * @param counting those of them who voted on enough opinions to be on the map
 * @param apart those in groups that are too small to be shown
 * @param groups largest first; empty while there are too few people for a map
 * @param common what more than half of every group agree with, surest first
 * @param rejected what more than half of every group disagree with, surest first
 * @param all every opinion, oldest first
 */
public record Findings(
    Discretion discretion,
    int voters,
    int votes,
    int counting,
    int apart,
    List<Group> groups,
    List<Line> common,
    List<Line> rejected,
    List<Line> all) {

  /** So many of what every group agrees on stand at the top; the list has them all. */
  public static final int FIRST = 5;

  /**
   * An opinion with how people stand to it.
   *
   * @param groups in the order of the groups; empty when there is no map, or when the sides would
   *     give the speaker away
   * @param votes how many votes there are; the counts are empty if these are too few to be shown
   */
  public record Line(Opinion opinion, int votes, Optional<Counts> all, List<Counts> groups) {
    public Counts counts() {
      return all.orElse(Counts.NONE);
    }

    /** Whether it may be told who is on which side, group by group and dot by dot. */
    public boolean hasSides() {
      return !groups.isEmpty();
    }
  }

  /** A group with what sets it apart. */
  public record Group(int number, int size, List<Holding> holdings) {
    public String letter() {
      return Picture.letter(number);
    }
  }

  /**
   * What a group holds.
   *
   * @param elsewhere in the other groups that are shown
   * @param held as the engine found it
   */
  public record Holding(Line line, Vote side, Counts here, Counts elsewhere, Held held) {

    /** The tests that it passed. */
    public List<Why> why() {
      return Why.because(held.explanation());
    }
  }

  public Findings {
    groups = List.copyOf(groups);
    common = List.copyOf(common);
    rejected = List.copyOf(rejected);
    all = List.copyOf(all);
  }

  static Findings of(Conversation conversation, Discretion discretion) {
    var counting = conversation.counting();
    var mapped =
        counting.size() >= Discretion.PEOPLE_ON_A_MAP
            ? conversation.map().groups().stream()
                .filter(group -> discretion.shows(group.size()))
                .toList()
            : List.<OpinionGroup>of();
    var members = mapped.stream().map(group -> members(counting, group.number())).toList();
    var counted =
        mapped.isEmpty() ? conversation.voices() : members.stream().flatMap(List::stream).toList();
    var betraying = Speakers.betrayedBy(conversation.opinions(), counted, discretion);
    var all = Counts.byOpinion(counted);
    var byGroup = members.stream().map(Counts::byOpinion).toList();
    var lines =
        conversation.opinions().stream()
            .map(opinion ->
                line(
                    opinion,
                    all,
                    betraying.contains(opinion.id()) ? List.of() : byGroup,
                    discretion))
            .toList();
    return new Findings(
        discretion,
        conversation.voters(),
        conversation.votes(),
        counting.size(),
        mapped.isEmpty() ? 0 : counting.size() - counted.size(),
        mapped.stream().map(group -> group(group, lines)).toList(),
        held(lines, Vote.AGREE),
        held(lines, Vote.DISAGREE),
        lines);
  }

  public boolean hasMap() {
    return !groups.isEmpty();
  }

  Optional<Line> line(long opinion) {
    return all.stream().filter(line -> line.opinion.id() == opinion).findFirst();
  }

  private static List<Voice> members(List<Voice> counting, int group) {
    return counting.stream().filter(voice -> voice.group().orElse(0) == group).toList();
  }

  private static Line line(
      Opinion opinion,
      Map<Long, Counts> all,
      List<Map<Long, Counts>> byGroup,
      Discretion discretion) {
    var counts = all.getOrDefault(opinion.id(), Counts.NONE);
    return discretion.shows(counts.seen())
        ? new Line(
            opinion,
            counts.seen(),
            Optional.of(counts),
            byGroup.stream().map(group -> group.getOrDefault(opinion.id(), Counts.NONE)).toList())
        : new Line(opinion, counts.seen(), Optional.empty(), List.of());
  }

  private static List<Line> held(List<Line> lines, Vote side) {
    ToDoubleFunction<Line> product =
        line ->
            line.groups.stream().mapToDouble(group -> group.share(side)).reduce(1, (a, b) -> a * b);
    return lines.stream()
        .filter(
            line -> line.hasSides() && line.groups.stream().allMatch(group -> group.isHeld(side)))
        .sorted(Comparator.comparingDouble(product).reversed())
        .toList();
  }

  private static Group group(OpinionGroup group, List<Line> lines) {
    var holdings = new ArrayList<Holding>();
    for (var held : group.representative()) {
      lines.stream()
          .filter(
              line -> String.valueOf(line.opinion.id()).equals(held.opinion()) && line.hasSides())
          .map(line -> holding(group.number() - 1, line, held))
          .forEach(holdings::add);
    }
    return new Group(group.number(), group.size(), holdings);
  }

  private static Holding holding(int place, Line line, Held held) {
    var elsewhere =
        IntStream.range(0, line.groups.size())
            .filter(other -> other != place)
            .mapToObj(line.groups::get)
            .reduce(Counts.NONE, Counts::plus);
    return new Holding(line, held.side(), line.groups.get(place), elsewhere, held);
  }
}
