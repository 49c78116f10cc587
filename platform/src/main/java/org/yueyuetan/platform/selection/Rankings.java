package org.yueyuetan.platform.selection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;

/**
 * An organization ranks the other side, for each thing that it has in the round. Until the round
 * closes nobody else sees ranks, except in the audit trail.
 */
@Service
@Transactional
public class Rankings {

  private final SelectionTable selections;
  private final EntryTable entries;
  private final Suggestions suggestions;
  private final Audit audit;
  private final Clock clock;

  Rankings(
      SelectionTable selections,
      EntryTable entries,
      Suggestions suggestions,
      Audit audit,
      Clock clock) {
    this.selections = selections;
    this.entries = entries;
    this.suggestions = suggestions;
    this.audit = audit;
    this.clock = clock;
  }

  /** The entry, if the person speaks for its organization. */
  @Transactional(readOnly = true)
  public Entry own(SignedIn me, long selection, long entry) {
    return entries
        .find(selection, entry)
        .filter(found -> me.organization().filter(own -> own == found.organization()).isPresent())
        .orElseThrow(() -> new NotFound("entry", entry));
  }

  @Transactional(readOnly = true)
  Map<Long, Integer> ranksOf(Entry entry) {
    return entries.ranksOf(entry.id());
  }

  /** Whom the entry may rank: the most suitable first. Those who left the round are not shown. */
  @Transactional(readOnly = true)
  List<Candidate> candidates(Selection selection, Entry entry) {
    var all = entries.of(selection.id());
    var suggested = suggestions.of(selection, entry, all);
    return all.all().stream()
        .filter(other -> other.here() && other.fits(entry))
        .map(other -> new Candidate(other, suggested.of(other)))
        .sorted(
            Comparator.comparingDouble(
                    (Candidate one) -> -one.suggested().map(Suggested::score).orElse(0.))
                .thenComparingLong(one -> one.entry().id()))
        .toList();
  }

  /** Names of all whom the entry may rank, of those who left meanwhile too. */
  @Transactional(readOnly = true)
  Map<Long, String> known(Entry entry) {
    return entries.of(entry.selection()).all().stream()
        .filter(other -> other.fits(entry))
        .collect(Collectors.toMap(Entry::id, Entry::organizationName));
  }

  /**
   * Keeps the ranks of an entry.
   *
   * @param version of the entry that the person was looking at
   * @throws RankingOver when the round takes no more ranks
   * @throws NotFound when somebody is ranked who cannot be
   * @throws EditedElsewhere when a colleague saved ranks meanwhile
   */
  public void rank(SignedIn me, long selection, long id, Ranking ranking, int version) {
    var entry = own(me, selection, id);
    var round = selections.share(selection).orElseThrow(() -> new NotFound("selection", selection));
    if (!round.ranks(LocalDate.now(clock)) || !entry.here()) {
      throw new RankingOver(selection);
    }
    var known = known(entry);
    ranking.ranks().keySet().stream()
        .filter(other -> !known.containsKey(other))
        .findFirst()
        .ifPresent(other -> {
          throw new NotFound("candidate", other);
        });
    var before = entries.ranksOf(id);
    if (!entries.saved(id, ranking.submitted(), version)) {
      throw new EditedElsewhere("ranking", id);
    }
    entries.rank(id, ranking.ranks());
    audit.changed("rank", "selectionEntry", id, before, ranking);
  }
}
