package org.yueyuetan.platform.organization;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.Scope;
import org.yueyuetan.platform.form.Form;
import org.yueyuetan.platform.region.Regions;

/** Reads what a person states about an organization, and tells what stands against entering it. */
@Component
class Reception {

  private final OrganizationTable table;
  private final Regions regions;

  Reception(OrganizationTable table, Regions regions) {
    this.table = table;
    this.regions = regions;
  }

  /** One row of a ledger: not yet compared with the registry. */
  OrganizationDraft read(Form form, Scope scope) {
    var draft = OrganizationDraft.read(form, regions);
    if (form.fault("region").isEmpty() && !inside(scope, draft.regionCode())) {
      form.reject("region", "organization.region.outside", regions.path(draft.regionCode()));
    }
    return draft;
  }

  /**
   * A form.
   *
   * @param self the organization that is being changed; 0 for a new one
   */
  OrganizationDraft read(Form form, Scope scope, long self) {
    var draft = read(form, scope);
    if (!form.hasFaults()) {
      rejectTwins(form, draft, self);
    }
    return draft;
  }

  void rejectTwins(Form form, OrganizationDraft draft, long self) {
    Twins.of(table, List.of(draft)).reject(form, draft, self);
  }

  private static boolean inside(Scope scope, String regionCode) {
    return scope instanceof Scope.Region(var prefix) && regionCode.startsWith(prefix);
  }
}
