package org.yueyuetan.platform.project;

import static org.yueyuetan.platform.project.ProjectEvent.COMPLETE;
import static org.yueyuetan.platform.project.ProjectEvent.DECLINE;
import static org.yueyuetan.platform.project.ProjectEvent.END;
import static org.yueyuetan.platform.project.ProjectEvent.ESTABLISH;
import static org.yueyuetan.platform.project.ProjectEvent.RETURN;
import static org.yueyuetan.platform.project.ProjectEvent.SUBMIT;
import static org.yueyuetan.platform.project.ProjectEvent.WITHDRAW;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/**
 * Where a project stands. What was established is not withdrawn: partners may have relied on it, so
 * the bureau ends it with a reason that everybody reads.
 */
public enum ProjectStatus {
  DRAFT,
  SUBMITTED,
  RETURNED,
  ESTABLISHED,
  COMPLETED,
  ENDED,
  DECLINED,
  WITHDRAWN;

  public static final LifeCycle<ProjectStatus, ProjectEvent> LIFE =
      LifeCycle.of(ProjectStatus.class, ProjectEvent.class)
          .move(DRAFT, SUBMIT, SUBMITTED)
          .move(DRAFT, WITHDRAW, WITHDRAWN)
          .move(SUBMITTED, ESTABLISH, ESTABLISHED)
          .move(SUBMITTED, RETURN, RETURNED)
          .move(SUBMITTED, DECLINE, DECLINED)
          .move(SUBMITTED, WITHDRAW, WITHDRAWN)
          .move(RETURNED, SUBMIT, SUBMITTED)
          .move(RETURNED, WITHDRAW, WITHDRAWN)
          .move(ESTABLISHED, COMPLETE, COMPLETED)
          .move(ESTABLISHED, END, ENDED);

  /** Its words and what it needs may still change. */
  public boolean editable() {
    return this == DRAFT || this == SUBMITTED || this == RETURNED;
  }

  /** It was established, whatever became of it. */
  public boolean established() {
    return this == ESTABLISHED || this == COMPLETED || this == ENDED;
  }
}
