package org.yueyuetan.platform.policy;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Audit;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.lifecycle.IllegalMove;

/** Hands a document to whoever may work on it: bureau staff of its region. */
@Component
class Desk {

  private final PolicyTable table;
  private final Audit audit;

  Desk(PolicyTable table, Audit audit) {
    this.table = table;
    this.audit = audit;
  }

  boolean mayRun(SignedIn me, Policy policy) {
    return me.is(Role.ORGANIZER) && covers(me.scope(), policy);
  }

  /** Whether the person may read how it came about: drafts, comments, history. */
  boolean mayReadAll(SignedIn me, Policy policy) {
    return (me.is(Role.ORGANIZER) || me.is(Role.AUDITOR)) && covers(me.scope(), policy);
  }

  /** Locked until the transaction ends. */
  Policy hold(long id, SignedIn me) {
    var policy =
        table
            .find(me.scope(), id)
            .flatMap(seen -> table.hold(id))
            .orElseThrow(() -> new NotFound("policy", id));
    if (!mayRun(me, policy)) {
      throw new AccessDeniedException("not for this person to do");
    }
    return policy;
  }

  /**
   * As {@link #hold}, as long as the words may change.
   *
   * @throws IllegalMove when it is being commented on, signed or issued
   */
  Policy editable(long id, SignedIn me) {
    var policy = hold(id, me);
    if (!policy.status().editable()) {
      PolicyStatus.LIFE.next(policy.status(), PolicyEvent.SUBMIT);
    }
    return policy;
  }

  /** As {@link #editable}, for a change to the text or to what it came from. */
  void openText(long id, SignedIn me) {
    editable(id, me);
    table.textChanged(id);
  }

  /** One step on its way, with its line in the history and in the audit trail. */
  void move(Policy policy, PolicyEvent event, String reason, String actor) {
    var next = PolicyStatus.LIFE.next(policy.status(), event);
    table.move(policy.id(), event, next, reason, actor);
    audit.changed(
        event.name().toLowerCase(Locale.ROOT),
        "policy",
        policy.id(),
        Map.of("status", policy.status()),
        Map.of("status", next, "reason", reason));
  }

  Optional<Policy> find(Scope scope, long id) {
    return table.find(scope, id);
  }

  private static boolean covers(Scope scope, Policy policy) {
    return scope instanceof Scope.Region(var prefix) && policy.region().startsWith(prefix);
  }
}
