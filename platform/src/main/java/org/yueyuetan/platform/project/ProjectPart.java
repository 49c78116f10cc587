package org.yueyuetan.platform.project;

import java.util.List;
import org.yueyuetan.platform.account.SignedIn;

/** What a higher room has to show of a project; the project's page leads there. */
@FunctionalInterface
public interface ProjectPart {

  /**
   * A link on the project's page.
   *
   * @param key of its words
   * @param args places in the words, e.g. how many there are
   */
  record Line(String key, List<Object> args, String address) {

    public Line {
      args = List.copyOf(args);
    }
  }

  /** What there is for this person; empty when there is nothing to read yet. */
  List<Line> of(SignedIn me, Project project);
}
