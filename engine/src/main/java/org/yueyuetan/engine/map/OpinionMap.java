package org.yueyuetan.engine.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.yueyuetan.engine.Explanation;

/**
 * What the room agrees on.
 *
 * <p>Principal components of the votes ({@link Components}) → places → groups by mean silhouette
 * ({@link Groups}) → what each group and all of them hold ({@link Proportions}). After Small et
 * al., <i>Polis: Scaling deliberation by mapping high dimensional opinion spaces</i>, 2021;
 * definitions, what differs, and figures: {@code docs/map.md}.
 *
 * <p>The map depends on the set of votes only: neither on the order of rows or columns, nor on
 * earlier maps, a clock, or the number of processors. Time grows in proportion to the votes.
 *
 * @param places everybody who was asked, by id
 * @param groups largest first; one when nothing divides those who count, none when nobody does
 * @param consensus what most of all who count agree or disagree with, the surest first
 * @param groupAware every opinion, what all groups agree with first
 * @param silhouette how well the groups are set apart, −1 to 1; missing when there is only one
 * @param priorities which opinion to show next
 * @param explanation who counts, and why there are so many groups
 */
public record OpinionMap(
    List<Place> places,
    List<OpinionGroup> groups,
    List<Held> consensus,
    List<GroupAware> groupAware,
    OptionalDouble silhouette,
    Priorities priorities,
    Explanation explanation) {

  /** Votes from which on a participant counts, unless there are fewer opinions. */
  private static final int ENOUGH = 7;

  /** So many count in any case, the most active first. */
  private static final int FEW = 15;

  public OpinionMap {
    places = List.copyOf(places);
    groups = List.copyOf(groups);
    consensus = List.copyOf(consensus);
    groupAware = List.copyOf(groupAware);
  }

  /** Draws the map of these votes. */
  public static OpinionMap of(Votes votes) {
    var components = Components.of(votes);
    int participants = votes.participants().size();
    double[][] place = new double[participants][];
    Arrays.setAll(place, participant -> components.place(votes, participant));
    int[] counting = counting(votes);
    var groups =
        Groups.of(
            Spots.of(
                Arrays.stream(counting).mapToDouble(participant -> place[participant][0]).toArray(),
                Arrays.stream(counting)
                    .mapToDouble(participant -> place[participant][1])
                    .toArray()));

    int opinions = votes.opinions().size();
    var ofAll = Tally.empty(opinions);
    var ofCounting = Tally.empty(opinions);
    var ofGroup = IntStream.range(0, groups.count()).mapToObj(g -> Tally.empty(opinions)).toList();
    int[] size = new int[groups.count()];
    int[] groupOf = new int[participants];
    for (int i = 0; i < counting.length; i++) {
      ofCounting.count(votes, counting[i]);
      ofGroup.get(groups.of()[i]).count(votes, counting[i]);
      size[groups.of()[i]]++;
      groupOf[counting[i]] = groups.of()[i] + 1;
    }
    for (int participant = 0; participant < participants; participant++) {
      ofAll.count(votes, participant);
    }
    var holdings = new Holdings(votes.opinions(), ofCounting, ofGroup);
    return new OpinionMap(
        places(votes, place, groupOf),
        IntStream.range(0, groups.count())
            .mapToObj(group ->
                new OpinionGroup(
                    group + 1,
                    size[group],
                    holdings.representative(group),
                    Reasons.group(group + 1, size[group], counting.length)))
            .toList(),
        holdings.consensus(),
        holdings.groupAware(),
        groups.silhouette(),
        Priorities.of(votes, ofAll, components),
        Reasons.map(votes, counting.length, enough(votes), groups));
  }

  private static int enough(Votes votes) {
    return Math.max(1, Math.min(ENOUGH, votes.opinions().size()));
  }

  /** In canonical order those who voted often enough, or if these are few, the most active. */
  private static int[] counting(Votes votes) {
    int enough = enough(votes);
    int[] all = IntStream.range(0, votes.participants().size()).toArray();
    int[] active = Arrays.stream(all).filter(p -> votes.seen(p) >= enough).toArray();
    return active.length >= FEW
        ? active
        : Arrays.stream(all)
            .filter(participant -> votes.seen(participant) > 0)
            .boxed()
            .sorted(Comparator.comparingInt(participant -> -votes.seen(participant)))
            .limit(FEW)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
  }

  private static List<Place> places(Votes votes, double[][] place, int[] groupOf) {
    var places = new ArrayList<Place>(place.length);
    for (int participant = 0; participant < place.length; participant++) {
      places.add(
          new Place(
              votes.participants().get(participant),
              place[participant][0],
              place[participant][1],
              votes.seen(participant),
              groupOf[participant] == 0
                  ? OptionalInt.empty()
                  : OptionalInt.of(groupOf[participant])));
    }
    places.sort(Comparator.comparing(Place::participant));
    return places;
  }
}
