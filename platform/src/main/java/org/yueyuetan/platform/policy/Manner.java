package org.yueyuetan.platform.policy;

/** What a document made of an opinion. */
public enum Manner {
  ADOPTED,
  PARTLY,
  /** Not taken up, see the reason. */
  LEFT
}
