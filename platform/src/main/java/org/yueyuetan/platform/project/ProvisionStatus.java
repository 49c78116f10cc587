package org.yueyuetan.platform.project;

import org.yueyuetan.platform.lifecycle.LifeCycle;

/** Whether projects may still count on what an organization has to give. */
public enum ProvisionStatus {
  OPEN,
  CLOSED;

  public static final LifeCycle<ProvisionStatus, ProvisionEvent> LIFE =
      LifeCycle.of(ProvisionStatus.class, ProvisionEvent.class)
          .move(OPEN, ProvisionEvent.CLOSE, CLOSED)
          .move(CLOSED, ProvisionEvent.REOPEN, OPEN);
}
