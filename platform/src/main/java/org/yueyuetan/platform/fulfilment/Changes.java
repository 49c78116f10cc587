package org.yueyuetan.platform.fulfilment;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.agreement.Party;
import org.yueyuetan.platform.form.NotFound;

/**
 * Changes by consent of all parties: a milestone, an amount, or the end. One at a time, so that
 * everybody knows what they agree to; with the last consent it holds.
 */
@Service
@Transactional
public class Changes {

  private static final String SQL =
      """
      select c.*, o.name as unit
      from fulfilment_change c join organization o on o.id = c.proposed_by
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Desk desk;
  private final FulfilmentTable table;
  private final Endings endings;
  private final Tidings tidings;
  private final Audit audit;

  Changes(
      JdbcClient jdbc,
      Clock clock,
      Desk desk,
      FulfilmentTable table,
      Endings endings,
      Tidings tidings,
      Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.desk = desk;
    this.table = table;
    this.endings = endings;
    this.tidings = tidings;
    this.audit = audit;
  }

  /** Newest first, for those inside; everyone else sees what holds, not how it came about. */
  @Transactional(readOnly = true)
  public List<Change> of(Case open) {
    if (!open.inside()) {
      return List.of();
    }
    var changes =
        jdbc.sql(SQL + "where c.agreement_id = :agreement order by c.id desc")
            .param("agreement", open.id())
            .query(Changes::change)
            .list();
    var consents = consents(open.id());
    return changes.stream()
        .map(change -> change.with(consents.getOrDefault(change.id(), List.of())))
        .toList();
  }

  private Map<Long, List<Change.Consent>> consents(long agreement) {
    return jdbc
        .sql(
            """
            select n.change_id, n.organization_id, o.name, n.on_behalf, n.at
            from fulfilment_consent n
            join fulfilment_change c on c.id = n.change_id
            join organization o on o.id = n.organization_id
            where c.agreement_id = :agreement order by n.at, n.organization_id
            """)
        .param("agreement", agreement)
        .query((row, n) ->
            new Change.Consent(
                row.getLong("change_id"),
                row.getLong("organization_id"),
                row.getString("name"),
                row.getString("on_behalf"),
                FulfilmentTable.instant(row, "at")))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Change.Consent::change));
  }

  /** A party proposes a change; with that it agrees to it. */
  public long propose(SignedIn me, long agreement, ChangeDraft draft) {
    var open = desk.hold(me, agreement);
    var party =
        open.party().orElseThrow(() -> new AccessDeniedException("not for this person to do"));
    requireSense(open, draft);
    if (of(open).stream().anyMatch(Change::isOpen)) {
      throw new Refused("", "fulfilment.fault.oneChange");
    }
    var milestone = draft.target().flatMap(open.fulfilment()::milestone);
    var amount = draft.target().flatMap(open.fulfilment()::amount);
    boolean ofMilestone = draft.kind() == ChangeKind.MILESTONE;
    boolean ofAmount = draft.kind() == ChangeKind.AMOUNT;
    var id =
        jdbc.sql(
                """
                insert into fulfilment_change (agreement_id, kind, milestone_id, amount_id, title, title_before, due,
                  due_before, quantity, quantity_before, reason, settlement, proposed_by, proposed_at, status)
                values (:agreement, :kind, :milestone, :amount, :title, :titleBefore, :due, :dueBefore, :quantity,
                  :quantityBefore, :reason, :settlement, :by, :now, 'PROPOSED')
                returning id
                """)
            .param("agreement", agreement)
            .param("kind", draft.kind().name())
            .param("milestone", ofMilestone ? draft.target().orElse(null) : null)
            .param("amount", ofAmount ? draft.target().orElse(null) : null)
            .param("title", ofAmount ? amount.orElseThrow().title() : draft.title())
            .param("titleBefore", ofMilestone ? milestone.orElseThrow().title() : "")
            .param("due", draft.due().map(Date::valueOf).orElse(null))
            .param("dueBefore", ofMilestone ? Date.valueOf(milestone.orElseThrow().due()) : null)
            .param("quantity", draft.quantity().orElse(null))
            .param("quantityBefore", ofAmount ? amount.orElseThrow().quantity() : null)
            .param("reason", draft.reason())
            .param("settlement", draft.settlement())
            .param("by", party.organization())
            .param("now", FulfilmentTable.sql(clock.instant()))
            .query(Long.class)
            .single();
    consent(id, party, me, "");
    table.note(agreement, "PROPOSE", draft.title(), draft.reason(), me);
    audit.changed("propose", "agreement", agreement, null, draft);
    tidings.toParties(
        open.agreement(), open.activeBut(party.organization()), "proposed", draft.reason());
    return id;
  }

  private void requireSense(Case open, ChangeDraft draft) {
    if (!open.isRunning()) {
      throw new Refused("", "fulfilment.fault.over");
    }
    switch (draft.kind()) {
      case MILESTONE -> {
        var milestone = milestone(open, draft.target());
        if (milestone.status() != MilestoneStatus.OPEN) {
          throw new Refused("", "fulfilment.fault.notOpen");
        }
        if (milestone.title().equals(draft.title())
            && draft.due().filter(milestone.due()::equals).isPresent()) {
          throw new Refused("title", "fulfilment.fault.same");
        }
      }
      case AMOUNT -> {
        var amount = amount(open, draft.target());
        long to = draft.quantity().orElseThrow();
        if (to < amount.delivered() + amount.waiting()) {
          throw new Refused("quantity", "fulfilment.fault.delivered");
        }
        if (to == amount.quantity()) {
          throw new Refused("quantity", "fulfilment.fault.same");
        }
      }
      case TERMINATION -> requireAllAnswered(open);
    }
  }

  private void requireAllAnswered(Case open) {
    var waits =
        jdbc.sql(
                "select exists (select from fulfilment_report where agreement_id = :id and status = 'WAITING')")
            .param("id", open.id())
            .query(Boolean.class)
            .single();
    if (waits) {
      throw new Refused("", "fulfilment.fault.waiting");
    }
  }

  /**
   * A party agrees; the bureau for one that is out of use.
   *
   * @param onBehalf why the bureau agrees; empty when a party speaks for itself
   */
  public void agree(SignedIn me, long agreement, long id, String onBehalf) {
    var open = desk.hold(me, agreement);
    var change = find(open, id);
    var party = speaker(open, change, onBehalf);
    ChangeStatus.LIFE.next(change.status(), ChangeStatus.Event.CONSENT);
    consent(id, party, me, open.party().isPresent() ? "" : onBehalf);
    table.note(
        agreement,
        "CONSENT",
        open.party().isPresent() ? "" : party.name(),
        open.party().isPresent() ? "" : onBehalf,
        me);
    audit.changed("consent", "agreement", agreement, null, Map.of("change", id));
    boolean all =
        open.agreement().parties().stream()
            .allMatch(one -> one.id() == party.id() || change.hasConsentOf(one.organization()));
    if (all) {
      carryOut(open, change, me);
    }
  }

  private void carryOut(Case open, Change change, SignedIn me) {
    switch (change.kind()) {
      case MILESTONE -> {
        var milestone = milestone(open, change.milestone());
        if (milestone.status() != MilestoneStatus.OPEN) {
          throw new Refused("", "fulfilment.fault.notOpen");
        }
        table.change(milestone.id(), change.title(), change.due().orElseThrow());
      }
      case AMOUNT -> {
        var amount = amount(open, change.amount());
        long to = change.quantity().orElseThrow();
        if (to < amount.delivered() + amount.waiting()) {
          throw new Refused("", "fulfilment.fault.delivered");
        }
        table.change(amount.id(), to);
      }
      case TERMINATION -> {
        requireAllAnswered(open);
        endings.terminate(open.agreement(), change.reason(), change.settlement(), me);
      }
    }
    end(open, change, ChangeStatus.Event.CONSENT_LAST, "");
    if (change.kind() != ChangeKind.TERMINATION) {
      tidings.toAll(open.agreement(), "changed", change.reason());
      endings.fulfilIfDone(open.agreement(), me);
    }
  }

  /** A party says no, with a reason. */
  public void refuse(SignedIn me, long agreement, long id, String reason) {
    var open = desk.hold(me, agreement);
    var change = find(open, id);
    if (open.party().isEmpty() || open.isParty(change.proposer())) {
      throw new AccessDeniedException("not for this person to do");
    }
    end(open, change, ChangeStatus.Event.REFUSE, reason);
    table.note(agreement, "REFUSE_CHANGE", change.title(), reason, me);
    tidings.toAll(open.agreement(), "refused", reason);
  }

  /** Whoever proposed it takes it back. */
  public void withdraw(SignedIn me, long agreement, long id) {
    var open = desk.hold(me, agreement);
    var change = find(open, id);
    if (!open.isParty(change.proposer())) {
      throw new AccessDeniedException("not for this person to do");
    }
    end(open, change, ChangeStatus.Event.WITHDRAW, "");
    table.note(agreement, "WITHDRAW_CHANGE", change.title(), "", me);
  }

  private void end(Case open, Change change, ChangeStatus.Event event, String answer) {
    var next = ChangeStatus.LIFE.next(change.status(), event);
    jdbc.sql(
            """
            update fulfilment_change
            set status = :status, answer = :answer, ended_at = :now,
                number = case when :status = 'AGREED' and kind <> 'TERMINATION' then
                  (select count(*) + 1 from fulfilment_change other
                   where other.agreement_id = :agreement and other.status = 'AGREED' and other.kind <> 'TERMINATION')
                  else 0 end
            where id = :id
            """)
        .param("id", change.id())
        .param("agreement", open.id())
        .param("status", next.name())
        .param("answer", answer)
        .param("now", FulfilmentTable.sql(clock.instant()))
        .update();
    audit.changed(
        "change",
        "agreement",
        open.id(),
        Map.of("change", change.id(), "status", change.status()),
        Map.of("change", change.id(), "status", next, "answer", answer));
  }

  /** Whose consent this is; one that was given counts once. */
  private static Party speaker(Case open, Change change, String onBehalf) {
    var party =
        open.party()
            .or(() ->
                open.inactive().stream()
                    .filter(one -> open.staff() && !change.hasConsentOf(one.organization()))
                    .findFirst())
            .orElseThrow(() -> new AccessDeniedException("not for this person to do"));
    if (change.hasConsentOf(party.organization())) {
      throw new Refused("", "fulfilment.fault.agreedAlready");
    }
    if (open.party().isEmpty() && onBehalf.isEmpty()) {
      throw new Refused("onBehalf", "fulfilment.fault.reason");
    }
    return party;
  }

  private void consent(long change, Party party, SignedIn me, String onBehalf) {
    jdbc.sql(
            """
            insert into fulfilment_consent (change_id, organization_id, actor, on_behalf, at)
            values (:change, :organization, :actor, :onBehalf, :now)
            """)
        .param("change", change)
        .param("organization", party.organization())
        .param("actor", me.name())
        .param("onBehalf", onBehalf)
        .param("now", FulfilmentTable.sql(clock.instant()))
        .update();
  }

  private Change find(Case open, long id) {
    return of(open).stream()
        .filter(change -> change.id() == id)
        .findFirst()
        .orElseThrow(() -> new NotFound("change", id));
  }

  private static Milestone milestone(Case open, Optional<Long> id) {
    return id.flatMap(open.fulfilment()::milestone)
        .orElseThrow(() -> new NotFound("milestone", id));
  }

  private static Amount amount(Case open, Optional<Long> id) {
    return id.flatMap(open.fulfilment()::amount).orElseThrow(() -> new NotFound("amount", id));
  }

  private static Change change(ResultSet row, int n) throws SQLException {
    return new Change(
        row.getLong("id"),
        row.getLong("agreement_id"),
        ChangeKind.valueOf(row.getString("kind")),
        row.getInt("number"),
        FulfilmentTable.maybeId(row, "milestone_id"),
        FulfilmentTable.maybeId(row, "amount_id"),
        row.getString("title"),
        row.getString("title_before"),
        Optional.ofNullable(row.getDate("due")).map(Date::toLocalDate),
        Optional.ofNullable(row.getDate("due_before")).map(Date::toLocalDate),
        FulfilmentTable.maybeId(row, "quantity"),
        FulfilmentTable.maybeId(row, "quantity_before"),
        row.getString("reason"),
        row.getString("settlement"),
        row.getLong("proposed_by"),
        row.getString("unit"),
        FulfilmentTable.instant(row, "proposed_at"),
        ChangeStatus.valueOf(row.getString("status")),
        row.getString("answer"),
        FulfilmentTable.maybeInstant(row, "ended_at"),
        List.of());
  }
}
