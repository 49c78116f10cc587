package org.yueyuetan.platform.demo;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.selection.Confirmations;
import org.yueyuetan.platform.selection.Entry;
import org.yueyuetan.platform.selection.PairStatus;
import org.yueyuetan.platform.selection.Paired;
import org.yueyuetan.platform.selection.Ranking;
import org.yueyuetan.platform.selection.Rankings;
import org.yueyuetan.platform.selection.Results;
import org.yueyuetan.platform.selection.Selection;
import org.yueyuetan.platform.selection.SelectionDraft;
import org.yueyuetan.platform.selection.SelectionStatus;
import org.yueyuetan.platform.selection.Selections;
import org.yueyuetan.platform.selection.Side;
import org.yueyuetan.platform.selection.Source;

/** Projects and those who give choose each other; what found nobody goes on to the next round. */
final class SelectionYear {

  private static final int CONFIRM_DAYS = 3;

  /** The rooms that this part is told through. */
  record Services(
      Selections selections, Rankings rankings, Results results, Confirmations confirmations) {}

  private final Services on;
  private final Cast cast;
  private final Timetable timetable;
  private final ToLongFunction<YearMonth> talks;
  private final Map<Cooperation.Round, Long> ids = new HashMap<>();

  SelectionYear(Services on, Cast cast, Timetable timetable, ToLongFunction<YearMonth> talks) {
    this.on = on;
    this.cast = cast;
    this.timetable = timetable;
    this.talks = talks;
  }

  void schedule(List<Cooperation.Round> rounds, SignedIn staff) {
    var before = Optional.<Cooperation.Round>empty();
    for (var round : rounds) {
      var earlier = before;
      timetable.at(
          round.opens().atTime(9, 10), () -> Cast.as(staff, me -> open(round, earlier, me)));
      timetable.at(round.ranked().atTime(20, 0), () -> rank(round, staff));
      round
          .linked()
          .ifPresent(
              day -> timetable.at(day.atTime(17, 0), () -> Cast.as(staff, me -> link(round, me))));
      round
          .announced()
          .ifPresent(day ->
              timetable.at(day.atTime(9, 30), () -> Cast.as(staff, me -> announce(round, me))));
      round
          .confirmed()
          .ifPresent(day -> timetable.at(day.atTime(19, 0), () -> decide(round, staff)));
      round
          .filled()
          .ifPresent(day -> {
            timetable.at(day.atTime(9, 0), () -> Cast.as(staff, me -> fill(round, me)));
            timetable.at(day.atTime(18, 30), () -> decide(round, staff));
            timetable.at(
                day.plusDays(1).atTime(8, 40), () -> Cast.as(staff, me -> fill(round, me)));
          });
      before = Optional.of(round);
    }
  }

  /** Everything that is there takes part. */
  private void open(Cooperation.Round round, Optional<Cooperation.Round> earlier, SignedIn staff) {
    var selections = on.selections();
    var draft = draft(round, round.talk().map(talks::applyAsLong));
    if (earlier.isPresent()) {
      var id = selections.carryOver(id(earlier.get()), staff);
      ids.put(round, id);
      selections.change(id, draft, now(round, staff).version(), staff);
    } else {
      ids.put(round, selections.plan(draft, true, staff));
    }
    var keys = selections.choice(now(round, staff)).stream().map(Source::key).toList();
    selections.choose(id(round), keys, now(round, staff).version(), staff);
    selections.open(id(round), now(round, staff).version(), staff);
  }

  private void link(Cooperation.Round round, SignedIn staff) {
    on.selections()
        .change(
            id(round),
            draft(round, Optional.of(talks.applyAsLong(CooperationYear.MONTH))),
            now(round, staff).version(),
            staff);
  }

  private static SelectionDraft draft(Cooperation.Round round, Optional<Long> talk) {
    return new SelectionDraft(
        round.title(), talk, round.opens(), round.closes(), CONFIRM_DAYS, false, Side.PROJECT);
  }

  private void rank(Cooperation.Round round, SignedIn staff) {
    var entries =
        on.selections().entries(now(round, staff)).stream()
            .collect(Collectors.toMap(Entry::title, entry -> entry));
    round
        .ranks()
        .forEach((title, others) -> {
          var entry = Objects.requireNonNull(entries.get(title), title);
          var ranking =
              Ranking.of(
                  others.stream()
                      .map(other -> Objects.requireNonNull(entries.get(other), other).id())
                      .toList());
          Cast.as(
              cast.speaker(entry.organization()),
              me -> on.rankings().rank(me, id(round), entry.id(), ranking, entry.version()));
        });
  }

  private void announce(Cooperation.Round round, SignedIn staff) {
    on.selections().close(id(round), now(round, staff).version(), staff);
    var closed = now(round, staff);
    on.results().announce(id(round), closed.version(), on.results().preview(closed).hash(), staff);
  }

  /** Both sides of every pair say yes, or one of them why not. */
  private void decide(Cooperation.Round round, SignedIn staff) {
    on.results().paired(now(round, staff)).stream()
        .filter(paired -> paired.pair().is(PairStatus.AWAITING))
        .forEach(paired ->
            back(round, paired)
                .ifPresentOrElse(
                    why -> stepBack(round, paired, why), () -> confirm(round, paired)));
  }

  private static Optional<List<String>> back(Cooperation.Round round, Paired paired) {
    return round.back().orElse(List.of()).stream()
        .filter(one -> one.get(0).equals(paired.provider().title()))
        .filter(one -> one.get(1).equals(paired.project().title()))
        .findFirst();
  }

  private void stepBack(Cooperation.Round round, Paired paired, List<String> why) {
    Cast.as(
        cast.speaker(paired.provider().organization()),
        me -> on.confirmations().stepBack(me, id(round), paired.pair().id(), why.get(2)));
  }

  private void confirm(Cooperation.Round round, Paired paired) {
    for (var side : Side.values()) {
      Cast.as(
          cast.speaker(paired.entry(side).organization()),
          me -> on.confirmations().confirm(me, id(round), paired.pair().id()));
    }
  }

  /** What became free goes to others; when there are none the round is over. */
  private void fill(Cooperation.Round round, SignedIn staff) {
    var selection = now(round, staff);
    if (selection.status() == SelectionStatus.ANNOUNCED) {
      on.results().refill(id(round), selection.version(), staff);
    }
  }

  private Selection now(Cooperation.Round round, SignedIn staff) {
    return on.selections().find(staff.scope(), id(round)).orElseThrow();
  }

  private long id(Cooperation.Round round) {
    return Objects.requireNonNull(ids.get(round), round.title());
  }
}
