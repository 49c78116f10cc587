package org.yueyuetan.platform.agreement;

import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.NotFound;
import org.yueyuetan.platform.project.Project;
import org.yueyuetan.platform.project.Projects;

/** Who may do what with an agreement, and hands it to them. */
@Component
class Desk {

  /**
   * The parties of an agreement may lie in several regions: its project, and what they give, count
   * in any.
   */
  static final Scope EVERYWHERE = new Scope.Region("");

  private final AgreementTable table;
  private final Projects projects;

  Desk(AgreementTable table, Projects projects) {
    this.table = table;
    this.projects = projects;
  }

  /** The project that an agreement is for, whoever asks: its name is part of the words. */
  Optional<Project> project(Agreement agreement) {
    return agreement.project().flatMap(id -> projects.find(EVERYWHERE, id));
  }

  /** Departments see of agreements what everyone sees. */
  static Scope reach(SignedIn me) {
    return me.scope() instanceof Scope.Region && !me.is(Role.ORGANIZER) && !me.is(Role.AUDITOR)
        ? Scope.PUBLISHED
        : me.scope();
  }

  /**
   * Whether the person drafts it and takes it through: staff of its region, or whoever drafted it.
   */
  boolean runs(SignedIn me, Agreement agreement) {
    return (me.is(Role.ORGANIZER) && covers(me, agreement))
        || (me.is(Role.REPRESENTATIVE)
            && me.organization().filter(agreement.draftedBy().orElse(0L)::equals).isPresent());
  }

  boolean staff(SignedIn me, Agreement agreement) {
    return me.is(Role.ORGANIZER) && covers(me, agreement);
  }

  /** The party that the person speaks for. */
  Optional<Party> party(SignedIn me, Agreement agreement) {
    return me.is(Role.REPRESENTATIVE) ? me.organization().flatMap(agreement::of) : Optional.empty();
  }

  /** Whether the person reads the words, and who signed with which name. */
  boolean readsAll(SignedIn me, Agreement agreement) {
    return ((me.is(Role.ORGANIZER) || me.is(Role.AUDITOR)) && covers(me, agreement))
        || runs(me, agreement)
        || party(me, agreement).isPresent();
  }

  /** Whether the person reads the words. */
  boolean readsWords(SignedIn me, Agreement agreement) {
    return readsAll(me, agreement)
        || (agreement.disclosed() && agreement.status() == AgreementStatus.SIGNED);
  }

  Agreement find(SignedIn me, long id) {
    return table.find(reach(me), id).orElseThrow(() -> new NotFound("agreement", id));
  }

  /** Locked until the transaction ends, for whoever may see it. */
  Agreement hold(SignedIn me, long id) {
    find(me, id);
    return table.hold(id).orElseThrow(() -> new NotFound("agreement", id));
  }

  /** As {@link #hold}, for those who run it. */
  Agreement run(SignedIn me, long id) {
    var held = hold(me, id);
    if (!runs(me, held)) {
      throw new AccessDeniedException("not for this person to do");
    }
    return held;
  }

  private static boolean covers(SignedIn me, Agreement agreement) {
    return me.scope() instanceof Scope.Region(var prefix) && agreement.region().startsWith(prefix);
  }
}
