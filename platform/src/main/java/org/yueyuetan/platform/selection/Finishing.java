package org.yueyuetan.platform.selection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.need.NeedEvent;
import org.yueyuetan.platform.need.NeedStatus;
import org.yueyuetan.platform.need.Needs;

/**
 * The end of waiting, and of a round: frees what was not confirmed, and tells everything that took
 * part what became of it. In the caller's transaction.
 */
@Component
class Finishing {

  private final SelectionTable table;
  private final EntryTable entries;
  private final PairTable pairs;
  private final Tidings tidings;
  private final Needs needs;
  private final MessageSource words;
  private final ApplicationEventPublisher events;
  private final Audit audit;

  Finishing(
      SelectionTable table,
      EntryTable entries,
      PairTable pairs,
      Tidings tidings,
      Needs needs,
      MessageSource words,
      ApplicationEventPublisher events,
      Audit audit) {
    this.table = table;
    this.entries = entries;
    this.pairs = pairs;
    this.tidings = tidings;
    this.needs = needs;
    this.words = words;
    this.events = events;
    this.audit = audit;
  }

  /** Releases pairs that both sides have not confirmed; whoever was silent is not asked again. */
  void lapse(Selection selection) {
    if (selection.status() != SelectionStatus.ANNOUNCED) {
      return;
    }
    var all = entries.of(selection.id());
    var silent = new HashSet<Long>();
    for (var pair : pairs.of(selection.id())) {
      if (pair.is(PairStatus.AWAITING)) {
        for (var side : Side.values()) {
          if (!pair.confirmed(side)) {
            silent.add(pair.entry(side));
          }
        }
        release(selection, pair, PairMove.LAPSE, Pair.Released.LAPSED, "", all);
      }
    }
    entries.gone(silent, Entry.Gone.SILENT);
  }

  /** Releases what waits for, or was promised by, entries that are no longer there. */
  void releaseGone(Selection selection) {
    var all = entries.of(selection.id());
    for (var pair : pairs.of(selection.id())) {
      var gone =
          List.of(pair.project(), pair.provider()).stream()
              .map(id -> all.get(id))
              .anyMatch(entry ->
                  entry.gone() == Entry.Gone.ORGANIZATION || entry.gone() == Entry.Gone.SOURCE);
      if (gone && pair.is(PairStatus.AWAITING)) {
        release(selection, pair, PairMove.RELEASE, Pair.Released.GONE, "", all);
      }
    }
  }

  void release(
      Selection selection,
      Pair pair,
      PairMove move,
      Pair.Released how,
      String reason,
      Entries all) {
    PairStatus.LIFE.next(pair.status(), move);
    if (!pairs.released(pair, how, reason)) {
      throw new EditedElsewhere("pair", pair.id());
    }
    audit.changed(
        "releasePair",
        "selectionPair",
        pair.id(),
        Map.of("status", pair.status()),
        Map.of("how", how, "reason", reason));
    for (var side : Side.values()) {
      if (!how.name().equals(side.name())) {
        tidings.released(
            selection, pair, all.get(pair.entry(side)), all.get(pair.entry(side.other())), reason);
      }
    }
    events.publishEvent(new PairReleased(pair.id(), pair.is(PairStatus.CONFIRMED), how, reason));
  }

  /** The round is over. */
  void finish(Selection selection, String actor) {
    var next = SelectionStatus.LIFE.next(selection.status(), SelectionMove.FINISH);
    table.ended(selection.id(), next, "");
    table.move(selection.id(), SelectionMove.FINISH, next, "", actor);
    var all = entries.of(selection.id());
    var confirmed = Standing.of(pairs.of(selection.id())).confirmed();
    audit.changed(
        SelectionMove.FINISH.action(),
        Selections.KIND,
        selection.id(),
        Map.of("status", selection.status()),
        Map.of("status", next, "confirmed", confirmed));
    answer(selection, all);
    tidings.finished(
        selection,
        all.where(entry -> confirmed.containsKey(entry.id())),
        all.where(entry -> !confirmed.containsKey(entry.id())));
    events.publishEvent(
        new SelectionFinished(
            selection.id(),
            selection.title(),
            all.all().stream().map(entry -> result(entry, confirmed)).toList()));
  }

  private static SelectionFinished.Result result(Entry entry, Map<Long, Long> confirmed) {
    return new SelectionFinished.Result(
        entry.side(),
        entry.organization(),
        entry.need(),
        entry.quantity(),
        confirmed.getOrDefault(entry.id(), 0L));
  }

  /**
   * Needs and offers that found a partner are answered by it; the others stay as they are, for the
   * next round or talk.
   */
  private void answer(Selection selection, Entries all) {
    var partners = partners(selection, all);
    var byNeed = new LinkedHashMap<Long, List<String>>();
    partners.forEach((entry, lines) ->
        all.get(entry)
            .need()
            .ifPresent(
                need -> byNeed.computeIfAbsent(need, id -> new ArrayList<>()).addAll(lines)));
    byNeed.forEach((need, lines) -> {
      if (answerable(need)) {
        needs.answer(need, said("selection.answer", selection.title(), String.join("；", lines)));
      }
    });
  }

  private boolean answerable(long need) {
    return table
        .needStatus(need)
        .map(NeedStatus::valueOf)
        .filter(status -> NeedStatus.LIFE.allows(status, NeedEvent.ANSWER))
        .isPresent();
  }

  /** By entry, with whom it was confirmed and how much, in Chinese: answers are kept as text. */
  private Map<Long, List<String>> partners(Selection selection, Entries all) {
    var partners = new LinkedHashMap<Long, List<String>>();
    for (var pair : pairs.of(selection.id())) {
      if (pair.is(PairStatus.CONFIRMED)) {
        for (var side : Side.values()) {
          var own = all.get(pair.entry(side));
          var other = all.get(pair.entry(side.other()));
          partners
              .computeIfAbsent(own.id(), id -> new ArrayList<>())
              .add(
                  said(
                      "selection.answer." + side,
                      other.published()
                          ? other.organizationName()
                          : said("selection.answer.somebody"),
                      own.title(),
                      own.told(pair.amount(), Locale.SIMPLIFIED_CHINESE)));
        }
      }
    }
    return partners;
  }

  private String said(String key, Object... args) {
    return Optional.ofNullable(words.getMessage(key, args, null, Locale.SIMPLIFIED_CHINESE))
        .orElse(key);
  }
}
