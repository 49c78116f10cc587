package org.yueyuetan.platform.database;

/** What takes time on the way to a running embedded server. */
public enum Step {
  UNPACKING,
  CREATING,
  STOPPING_LEFTOVER,
  STARTING
}
