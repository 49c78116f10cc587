package org.yueyuetan.platform.selection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.region.Regions;

/** Each side of a pair confirms it, or steps back. */
@Service
@Transactional
public class Confirmations {

  private final Selections rounds;
  private final SelectionTable table;
  private final EntryTable entries;
  private final PairTable pairs;
  private final ConfirmedPairs confirmed;
  private final Finishing finishing;
  private final Tidings tidings;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  Confirmations(
      Selections rounds,
      SelectionTable table,
      EntryTable entries,
      PairTable pairs,
      ConfirmedPairs confirmed,
      Finishing finishing,
      Tidings tidings,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock) {
    this.rounds = rounds;
    this.table = table;
    this.entries = entries;
    this.pairs = pairs;
    this.confirmed = confirmed;
    this.finishing = finishing;
    this.tidings = tidings;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** A pair with both of its entries, as one side sees it. */
  private record Both(Selection selection, Pair pair, Entry own, Entry other) {}

  /**
   * The person's organization says yes. Once both have, it is an intent.
   *
   * @throws ConfirmingOver when the time is over, or the pair is no longer to be had
   */
  public void confirm(SignedIn me, long selection, long id) {
    var both = waiting(me, selection, id);
    var side = both.own().side();
    if (both.pair().confirmed(side)) {
      return;
    }
    var complete = both.pair().confirmed(side.other());
    var next =
        complete
            ? PairStatus.LIFE.next(both.pair().status(), PairMove.CONFIRM)
            : both.pair().status();
    if (!pairs.confirmed(both.pair(), side, next)) {
      throw new EditedElsewhere("pair", id);
    }
    audit.changed("confirmPair", "selectionPair", id, null, Map.of("side", side, "status", next));
    if (complete) {
      tellConfirmed(both);
    }
  }

  private void tellConfirmed(Both both) {
    var mine = both.own().side() == Side.PROJECT;
    tidings.confirmed(
        both.selection(),
        both.pair(),
        mine ? both.own() : both.other(),
        mine ? both.other() : both.own());
    var scope = new Scope.Region(Regions.prefix(both.selection().region()));
    events.publishEvent(new PairConfirmed(confirmed.find(scope, both.pair().id()).orElseThrow()));
  }

  /**
   * The person's organization would rather not, for a reason that the other side reads. What it had
   * is freed, and goes to others when the time to confirm is over.
   */
  public void stepBack(SignedIn me, long selection, long id, String reason) {
    var both = waiting(me, selection, id);
    finishing.release(
        both.selection(),
        both.pair(),
        PairMove.STEP_BACK,
        both.own().side() == Side.PROJECT ? Pair.Released.PROJECT : Pair.Released.PROVIDER,
        reason,
        entries.of(selection));
  }

  private Both waiting(SignedIn me, long selection, long id) {
    var paired = paired(selection, id);
    var own =
        Arrays.stream(Side.values())
            .map(paired::entry)
            .filter(entry -> me.organization().filter(o -> o == entry.organization()).isPresent())
            .findFirst()
            .orElseThrow(() -> new NotFound("pair", id));
    var other = paired.entry(own.side().other());
    var round = table.share(selection).orElseThrow(() -> new NotFound("selection", selection));
    if (!round.confirms(LocalDate.now(clock))
        || !paired.pair().is(PairStatus.AWAITING)
        || !own.here()
        || !other.here()) {
      throw new ConfirmingOver(selection);
    }
    return new Both(round, paired.pair(), own, other);
  }

  private Paired paired(long selection, long id) {
    return pairs
        .find(selection, id)
        .map(entries.of(selection)::with)
        .orElseThrow(() -> new NotFound("pair", id));
  }

  /** Staff take a pair out, confirmed or not, for a reason that both sides read. */
  public void release(SignedIn me, long selection, long id, String reason) {
    var round = rounds.inCharge(me, selection);
    if (!round.status().isTold()) {
      throw new EditedElsewhere("pair", id);
    }
    finishing.release(
        round,
        paired(selection, id).pair(),
        PairMove.RELEASE,
        Pair.Released.STAFF,
        reason,
        entries.of(selection));
  }
}
