package org.yueyuetan.platform.web;

import java.util.List;
import org.yueyuetan.platform.agreement.AgreementLine;
import org.yueyuetan.platform.need.NeedLine;
import org.yueyuetan.platform.organization.Organization;
import org.yueyuetan.platform.policy.PolicyLine;
import org.yueyuetan.platform.project.ProjectLine;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.theme.Theme;

/** What a search found, by kind of thing; of each the first few. */
public record Found(
    List<NeedLine> needs,
    List<Organization> organizations,
    List<Talk> talks,
    List<Theme> themes,
    List<PolicyLine> policies,
    List<ProjectLine> projects,
    List<AgreementLine> agreements) {

  static final Found NOTHING =
      new Found(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public boolean isEmpty() {
    return needs.isEmpty()
        && organizations.isEmpty()
        && talks.isEmpty()
        && themes.isEmpty()
        && policies.isEmpty()
        && projects.isEmpty()
        && agreements.isEmpty();
  }
}
