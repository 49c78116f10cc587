package org.yueyuetan.platform.account;

import java.util.Optional;

/** What accounts need to know of organizations, answered by the room above that keeps them. */
public interface OrganizationDirectory {

  /** By exact name or credit code. */
  Optional<Long> find(String nameOrCode);

  Optional<String> name(long organization);

  /** Whether it is in use. */
  boolean active(long organization);
}
