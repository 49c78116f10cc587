package org.yueyuetan.platform.project;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.EditedElsewhere;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.lifecycle.IllegalMove;
import org.yueyuetan.platform.need.Direction;
import org.yueyuetan.platform.need.Need;
import org.yueyuetan.platform.need.NeedStatus;
import org.yueyuetan.platform.need.Needs;

/** What organizations have to give to projects: stated, changed, closed, opened again. */
@Service
@Transactional
public class Provisions {

  private final ProvisionTable table;
  private final Needs needs;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Provisions(ProvisionTable table, Needs needs, Audit audit, ApplicationEventPublisher events) {
    this.table = table;
    this.needs = needs;
    this.audit = audit;
    this.events = events;
  }

  // --- reading ---

  @Transactional(readOnly = true)
  public Optional<Provision> find(Scope scope, long id) {
    return table.find(scope, id);
  }

  /** Newest first; {@code after} is the last id of the page before. */
  @Transactional(readOnly = true)
  public List<Provision> list(
      Scope scope, ProvisionFilter filter, Optional<Long> after, int limit) {
    return table.list(scope, filter, after, limit);
  }

  /** Those of these ids that may be seen, oldest first. */
  @Transactional(readOnly = true)
  public List<Provision> lines(Scope scope, Collection<Long> ids) {
    return table.lines(scope, ids);
  }

  @Transactional(readOnly = true)
  public int count(Scope scope, ProvisionFilter filter) {
    return table.count(scope, filter);
  }

  @Transactional(readOnly = true)
  public List<Provision> ofOffer(Scope scope, long offer) {
    return table.ofOffer(scope, offer);
  }

  @Transactional(readOnly = true)
  public List<ProvisionMove> history(Provision provision) {
    return table.history(provision.id());
  }

  // --- writing ---

  /** States what an organization has to give; the caller has checked that it may be seen. */
  public long offer(ProvisionDraft draft, long organization, SignedIn me) {
    return add(draft, organization, false, me);
  }

  /** As {@link #offer}, marked as a sample. */
  public long offerSample(ProvisionDraft draft, long organization, SignedIn me) {
    return add(draft, organization, true, me);
  }

  /**
   * Changes what is given, as long as it is open.
   *
   * @param version of the provision that the person was looking at
   */
  public void change(long id, ProvisionDraft draft, int version, SignedIn me) {
    var before = hold(id, me);
    if (before.status() != ProvisionStatus.OPEN) {
      ProvisionStatus.LIFE.next(before.status(), ProvisionEvent.CLOSE);
    }
    if (!draft.offer().equals(before.offer())) {
      requireOffer(draft, before.organization(), me);
    }
    if (!table.change(id, draft, version)) {
      throw new EditedElsewhere("provision", id);
    }
    audit.changed("change", "provision", id, before, draft);
  }

  /** It is given no longer. */
  public void close(long id, SignedIn me) {
    var provision = move(id, ProvisionEvent.CLOSE, me);
    events.publishEvent(new ProvisionClosed(id, provision.title(), provision.organization()));
  }

  public void reopen(long id, SignedIn me) {
    var provision = move(id, ProvisionEvent.REOPEN, me);
    publishOffered(id, provision.title(), provision.organization(), provision.offer());
  }

  /** Whether the person speaks for the organization, or runs the desk of its region. */
  public boolean mayRun(Provision provision, SignedIn me) {
    return me.is(Role.ORGANIZER)
        ? me.scope() instanceof Scope.Region(var prefix) && provision.region().startsWith(prefix)
        : me.is(Role.REPRESENTATIVE)
            && me.organization().filter(own -> own == provision.organization()).isPresent();
  }

  /** Whether an offer may be made definite: by its own organization, or by the bureau. */
  public boolean mayBecomeDefinite(Need offer, SignedIn me) {
    return offer.direction() == Direction.OFFER
        && offer.status() != NeedStatus.DRAFT
        && offer.status() != NeedStatus.DECLINED
        && offer.status() != NeedStatus.WITHDRAWN
        && (me.is(Role.ORGANIZER)
            || (me.is(Role.REPRESENTATIVE)
                && me.organization().filter(own -> own == offer.organization()).isPresent()));
  }

  // --- steps ---

  private long add(ProvisionDraft draft, long organization, boolean sample, SignedIn me) {
    requireOffer(draft, organization, me);
    var id = table.add(organization, draft, sample, me.id() == 0 ? null : me.id());
    table.record(id, ProvisionEvent.OFFER, ProvisionStatus.OPEN, "", me.name());
    audit.changed("create", "provision", id, null, draft);
    publishOffered(id, draft.title(), organization, draft.offer());
    return id;
  }

  private void publishOffered(long id, String title, long organization, Optional<Long> offer) {
    events.publishEvent(new ProvisionOffered(id, title, organization, offer));
  }

  private void requireOffer(ProvisionDraft draft, long organization, SignedIn me) {
    draft
        .offer()
        .ifPresent(id -> {
          var offer = needs.find(me, id).orElseThrow(() -> new NotFound("offer", id));
          if (offer.organization() != organization || !mayBecomeDefinite(offer, me)) {
            throw new NotReady(List.of("project.lacking.offer"));
          }
        });
  }

  /**
   * Moves it on.
   *
   * @throws IllegalMove when somebody else was faster
   */
  private Provision move(long id, ProvisionEvent event, SignedIn me) {
    var provision = hold(id, me);
    var next = ProvisionStatus.LIFE.next(provision.status(), event);
    table.move(id, event, next, "", me.name());
    audit.changed(
        event == ProvisionEvent.CLOSE ? "closeProvision" : "reopen",
        "provision",
        id,
        Map.of("status", provision.status()),
        Map.of("status", next));
    return provision;
  }

  private Provision hold(long id, SignedIn me) {
    var provision =
        table
            .find(me.scope(), id)
            .flatMap(seen -> table.hold(id))
            .orElseThrow(() -> new NotFound("provision", id));
    if (!mayRun(provision, me)) {
      throw new AccessDeniedException("not for this person to do");
    }
    return provision;
  }
}
