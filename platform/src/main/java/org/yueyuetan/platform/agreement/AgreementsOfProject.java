package org.yueyuetan.platform.agreement;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.project.Project;
import org.yueyuetan.platform.project.ProjectPart;

/** Leads from a project to its agreements. */
@Component
@Order(40)
class AgreementsOfProject implements ProjectPart {

  private static final int SHOWN = 20;

  private final AgreementTable table;

  AgreementsOfProject(AgreementTable table) {
    this.table = table;
  }

  @Override
  public List<Line> of(SignedIn me, Project project) {
    return table.ofProject(Desk.reach(me), project.id(), SHOWN).stream()
        .map(line ->
            new Line(
                "agreement.line." + line.status(),
                List.of(line.title(), line.parties(), line.number()),
                "/agreements/" + line.id()))
        .toList();
  }
}
