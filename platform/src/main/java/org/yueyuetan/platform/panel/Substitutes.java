package org.yueyuetan.platform.panel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yueyuetan.engine.panel.Answer;
import org.yueyuetan.engine.panel.Convener;
import org.yueyuetan.engine.panel.Lottery;
import org.yueyuetan.engine.panel.Relaxation;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.talk.Convening;

/** Draws who comes instead of those who decline or were struck (递补). */
@Component
public class Substitutes {

  /**
   * A round that may be drawn.
   *
   * @param gone those who are passed over
   */
  private record Next(
      Sortition.Opened opened, List<Long> gone, org.yueyuetan.engine.panel.Convening convening) {}

  private final Sortitions sortitions;
  private final SortitionTable table;
  private final TalkList list;
  private final Lots lots;
  private final Convening convening;
  private final TransactionTemplate transaction;
  private final Audit audit;

  Substitutes(
      Sortitions sortitions,
      SortitionTable table,
      TalkList list,
      Lots lots,
      Convening convening,
      TransactionTemplate transaction,
      Audit audit) {
    this.sortitions = sortitions;
    this.table = table;
    this.list = list;
    this.lots = lots;
    this.convening = convening;
    this.transaction = transaction;
    this.audit = audit;
  }

  /** Those of the panel who will not come, so that a substitute may be drawn. */
  Set<Long> missing(Sortition sortition) {
    var coming =
        list.of(sortition.talk()).stream()
            .filter(each -> !each.status().saidNo())
            .flatMap(each -> each.organization().stream())
            .collect(Collectors.toSet());
    return sortition.opened().orElseThrow().last().seated().stream()
        .filter(id -> !coming.contains(id))
        .collect(Collectors.toSet());
  }

  /**
   * Whether the next round is computed, so that it can be drawn at once.
   *
   * @throws TooIntricate when nothing can be found with the work that is allowed
   */
  boolean isComputed(long talk, int version, SignedIn me, Duration patience) {
    var seen = seen(talk, version, me);
    return missing(seen).isEmpty()
        || lots.answer(new Lots.Asker(talk, me.id()), next(seen, me).convening(), patience)
            .isPresent();
  }

  /**
   * Draws substitutes for those who declined or were struck. The lottery is computed first, and
   * drawn if nothing has changed meanwhile.
   *
   * @return how many
   * @throws NoSubstitutes when quotas cannot be kept with those who are left
   * @throws EditedElsewhere when the list changed meanwhile, or somebody answered
   */
  public int substitute(long talk, int version, SignedIn me) {
    var seen = seen(talk, version, me);
    if (missing(seen).isEmpty()) {
      return 0;
    }
    var next = next(seen, me);
    var lottery = lottery(lots.answer(next.convening()));
    return Optional.ofNullable(
            transaction.execute(status -> draw(talk, version, next, lottery, me)))
        .orElseThrow();
  }

  private int draw(long talk, int version, Next next, Lottery lottery, SignedIn me) {
    sortitions.notBegun(me, talk);
    var locked = table.lock(talk, version);
    if (!gone(locked, next.opened(), me).equals(next.gone())) {
      throw new EditedElsewhere(Sortitions.KIND, locked.id());
    }
    var before = next.opened().last();
    var draw = lottery.draw(next.opened().seed(), before.number() + 1);
    var seated = Snapshot.ids(draw.members().stream());
    var fresh = new ArrayList<>(seated);
    fresh.removeAll(before.seated());
    table.round(locked.id(), draw.round(), draw.hash(), draw.ticket(), seated, next.gone());
    table.touch(locked.id());
    convening.list(talk, fresh, me);
    audit.changed(
        "substitute",
        Sortitions.KIND,
        locked.id(),
        Map.of("gone", next.gone()),
        Map.of("drawn", fresh));
    return fresh.size();
  }

  private Sortition seen(long talk, int version, SignedIn me) {
    sortitions.notBegun(me, talk);
    return table
        .ofTalk(talk)
        .filter(each -> each.version() == version && each.status() == SortitionStatus.DRAWN)
        .orElseThrow(() -> new EditedElsewhere(Sortitions.KIND, talk));
  }

  /** The stored rounds, and one more with those who are gone now. */
  private Next next(Sortition sortition, SignedIn me) {
    var opened = sortition.opened().orElseThrow();
    var gone = gone(sortition, opened, me);
    var convened = sortition.fixed().orElseThrow().snapshot().convening();
    var rounds = new ArrayList<>(opened.gone());
    rounds.add(gone);
    try {
      for (int i = 0; i < rounds.size(); i++) {
        var drawn = opened.rounds().get(i).draw(opened.seed());
        convened = Convener.substitutes(convened, drawn, Snapshot.names(rounds.get(i)));
      }
    } catch (IllegalArgumentException tooFew) {
      throw new NoSubstitutes(List.of());
    }
    return new Next(opened, gone, convened);
  }

  /**
   * Those who decline, and those of the pool whom somebody called or struck by hand or who left the
   * registry.
   */
  private List<Long> gone(Sortition sortition, Sortition.Opened opened, SignedIn me) {
    var gone = new HashSet<>(missing(sortition));
    var waiting = new HashSet<>(sortition.fixed().orElseThrow().snapshot().names().keySet());
    waiting.removeAll(opened.last().seated());
    opened.gone().forEach(waiting::removeAll);
    list.of(sortition.talk()).stream()
        .flatMap(each -> each.organization().stream())
        .filter(waiting::contains)
        .forEach(gone::add);
    var struck = table.struck(sortition.id());
    list.listable(me.scope(), waiting).stream()
        .filter(id -> !struck.contains(id))
        .forEach(waiting::remove);
    gone.addAll(waiting);
    return gone.stream().sorted().toList();
  }

  private static Lottery lottery(Answer answer) {
    return switch (answer) {
      case Lottery lottery -> lottery;
      case Relaxation relaxation -> throw new NoSubstitutes(relaxation.changes());
    };
  }
}
