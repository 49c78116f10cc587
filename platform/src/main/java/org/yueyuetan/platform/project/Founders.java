package org.yueyuetan.platform.project;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Role;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.organization.Organization;
import org.yueyuetan.platform.organization.Organizations;

/** Whose project or provision it is: the representative's own, or that of whom staff name. */
@Component
class Founders {

  private final Organizations organizations;

  Founders(Organizations organizations) {
    this.organizations = organizations;
  }

  /** The organization; a fault is told beside the field {@code organization}. */
  Optional<Long> read(Form form, SignedIn me) {
    if (me.is(Role.REPRESENTATIVE)) {
      return me.organization();
    }
    var typed = form.required("organization", 100);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    var found =
        organizations
            .byCreditCode(typed)
            .or(() -> organizations.byName(typed))
            .filter(organization -> organization.liesIn(me.scope()) && organization.active())
            .map(Organization::id);
    if (found.isEmpty()) {
      form.reject("organization", "project.fault.organization", typed);
    }
    return found;
  }

  /** The own organization, with whose place and field a form begins. */
  Optional<Organization> own(SignedIn me) {
    return me.organization().flatMap(id -> organizations.find(me.scope(), id));
  }
}
