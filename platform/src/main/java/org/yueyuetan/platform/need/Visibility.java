package org.yueyuetan.platform.need;

/** Who may read a need besides its own organization and the bureau. */
public enum Visibility {
  /** Everyone, once the bureau has accepted it. */
  PUBLIC,
  /** All organizations, once it is handed in. */
  ORGANIZATIONS,
  /** Nobody else. */
  STAFF
}
