package org.yueyuetan.platform.panel;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.talk.Convening;
import org.yueyuetan.platform.talk.GuestListed;
import org.yueyuetan.platform.talk.ListKept;
import org.yueyuetan.platform.talk.Party;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.UnitUnlisted;
import org.yueyuetan.platform.talk.UnitsListed;

/**
 * What staff change by hand (人工增减): from the commitment on, nobody joins or leaves the talk's list
 * but by lot or with a reason that everyone reads.
 */
@Component
public class HandChanges implements ListKept {

  private final Sortitions sortitions;
  private final SortitionTable table;
  private final Convening convening;
  private final Audit audit;

  HandChanges(Sortitions sortitions, SortitionTable table, Convening convening, Audit audit) {
    this.sortitions = sortitions;
    this.table = table;
    this.convening = convening;
    this.audit = audit;
  }

  @Override
  public boolean asksReason(Talk talk) {
    return sortitions.of(talk).filter(each -> each.status().bindsList()).isPresent();
  }

  /** Oldest first. */
  List<Sortition.Change> of(Sortition sortition) {
    return table.changes(sortition.id());
  }

  /** Calls somebody who was not drawn. */
  @Transactional
  public void add(long talk, int version, long organization, String reason, SignedIn me) {
    lockBound(talk, version, me);
    convening.list(talk, List.of(organization), reason, me);
  }

  /** Takes somebody off the list. */
  @Transactional
  public void strike(long talk, int version, long invitation, String reason, SignedIn me) {
    lockBound(talk, version, me);
    convening.remove(talk, invitation, reason, me);
  }

  private void lockBound(long talk, int version, SignedIn me) {
    sortitions.notBegun(me, talk);
    var locked = table.lock(talk, version);
    if (!locked.status().bindsList()) {
      throw new EditedElsewhere(Sortitions.KIND, locked.id());
    }
  }

  @EventListener
  void listed(UnitsListed listed) {
    bound(listed.talk())
        .ifPresent(sortition -> {
          var byHand = new HashSet<>(listed.organizations());
          byHand.removeAll(byLot(sortition));
          if (!byHand.isEmpty()) {
            begunOrUnreasoned(listed.talk(), 0, listed.reason(), listed.by());
            byHand.forEach(id ->
                record(
                    sortition,
                    Sortition.Change.Kind.ADD,
                    Optional.of(id),
                    Optional.empty(),
                    listed.reason(),
                    listed.by()));
          }
        });
  }

  @EventListener
  void listed(GuestListed listed) {
    bound(listed.talk())
        .ifPresent(sortition -> {
          begunOrUnreasoned(listed.talk(), 0, listed.reason(), listed.by());
          record(
              sortition,
              Sortition.Change.Kind.ADD,
              Optional.empty(),
              Optional.of(listed.party()),
              listed.reason(),
              listed.by());
        });
  }

  @EventListener
  void unlisted(UnitUnlisted unlisted) {
    bound(unlisted.talk())
        .ifPresent(sortition -> {
          var gone = unlisted.invitation();
          begunOrUnreasoned(unlisted.talk(), gone.id(), unlisted.reason(), unlisted.by());
          record(
              sortition,
              Sortition.Change.Kind.STRIKE,
              gone.organization(),
              gone.isGuest() ? Optional.of(gone.party()) : Optional.empty(),
              unlisted.reason(),
              unlisted.by());
        });
  }

  private Optional<Sortition> bound(long talk) {
    return table.ofTalk(talk).filter(each -> each.status().bindsList());
  }

  private void begunOrUnreasoned(long talk, long invitation, String reason, SignedIn by) {
    sortitions.notBegun(by, talk);
    if (reason.isEmpty()) {
      throw new ReasonMissing(talk, invitation);
    }
  }

  private void record(
      Sortition sortition,
      Sortition.Change.Kind kind,
      Optional<Long> organization,
      Optional<Party> guest,
      String reason,
      SignedIn by) {
    table.change(sortition.id(), kind, organization, guest, reason, Wording.office(by));
    table.touch(sortition.id());
    audit.changed(
        kind == Sortition.Change.Kind.ADD ? "addByHand" : "strikeByHand",
        Sortitions.KIND,
        sortition.id(),
        null,
        Map.of(
            "organization", organization.map(String::valueOf).orElse("guest"), "reason", reason));
  }

  /** Those of the panel, unless they were struck: they do not come back but with a reason. */
  private Set<Long> byLot(Sortition sortition) {
    var struck = table.struck(sortition.id());
    return sortition.opened().stream()
        .flatMap(opened -> opened.last().seated().stream())
        .filter(id -> !struck.contains(id))
        .collect(Collectors.toSet());
  }
}
