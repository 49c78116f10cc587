package org.yueyuetan.platform.opinion;

/** What moderators do with an opinion. */
public enum OpinionMove {
  ACCEPT,
  MERGE,
  DECLINE
}
