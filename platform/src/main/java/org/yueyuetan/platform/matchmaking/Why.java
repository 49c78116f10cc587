package org.yueyuetan.platform.matchmaking;

/** Why two who are to meet have no time. */
public enum Why {
  /** One said no. */
  NOT_COMING,
  /** No time is left. */
  OVER,
  /** They are never there together. */
  NEVER_TOGETHER,
  /** Whenever both are there, one of them has another meeting. */
  BUSY,
  /** Whenever both are free, all tables are taken. */
  TABLES
}
