package org.yueyuetan.platform.project;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.need.Need;
import org.yueyuetan.platform.need.NeedPart;

/** Leads from a need to the projects that grew from it, and from an offer to what it became. */
@Component
@Order(10)
class Growth implements NeedPart {

  private final Projects projects;
  private final Provisions provisions;

  Growth(Projects projects, Provisions provisions) {
    this.projects = projects;
    this.provisions = provisions;
  }

  @Override
  public List<Line> of(SignedIn me, Need need) {
    var lines = new ArrayList<Line>();
    for (var project : projects.ofNeed(me, need.id())) {
      lines.add(
          new Line(
              project.number().isEmpty() ? "project.need.project" : "project.need.established",
              List.of(project.title(), project.number()),
              "/projects/" + project.id(),
              false));
    }
    for (var provision : provisions.ofOffer(me.scope(), need.id())) {
      lines.add(
          new Line(
              "project.need.provision",
              List.of(provision.title()),
              "/provisions/" + provision.id(),
              false));
    }
    if (projects.mayGrow(need, me)) {
      lines.add(new Line("project.need.grow", List.of(), "/projects/new?need=" + need.id(), true));
    }
    if (provisions.mayBecomeDefinite(need, me)) {
      lines.add(
          new Line("project.need.offer", List.of(), "/provisions/new?offer=" + need.id(), true));
    }
    return lines;
  }
}
