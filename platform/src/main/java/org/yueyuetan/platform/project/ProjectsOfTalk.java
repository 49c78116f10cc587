package org.yueyuetan.platform.project;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yueyuetan.platform.account.SignedIn;
import org.yueyuetan.platform.talk.Talk;
import org.yueyuetan.platform.talk.TalkPart;

/** Leads from a talk to the projects that were established there. */
@Component
@Order(50)
class ProjectsOfTalk implements TalkPart {

  private final Projects projects;

  ProjectsOfTalk(Projects projects) {
    this.projects = projects;
  }

  @Override
  public List<Line> of(SignedIn me, Talk talk) {
    return projects.ofTalk(me, talk.id()).stream()
        .map(project ->
            new Line(
                "project.talk.established",
                List.of(project.title(), project.number()),
                "/projects/" + project.id()))
        .toList();
  }
}
