package org.yueyuetan.platform.database;

/** What the embedded server promises about a commit. */
public enum Durability {
  /** A commit is on the disk when it is acknowledged; the data outlives a kill or a power cut. */
  DURABLE(
      """
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      """),
  /** For tests: quick, starts from nothing, and may lose everything. */
  FAST(
      """
      fsync = off
      synchronous_commit = off
      full_page_writes = off
      autovacuum = off
      """);

  private final String settings;

  Durability(String settings) {
    this.settings = settings;
  }

  String settings() {
    return settings;
  }
}
